-- Texts have no limits here: what is an event already must find its place.
create table parts.part (
    sku           varchar        not null primary key,
    name          varchar        not null,
    unit_price    numeric(19, 2) not null,
    currency      varchar        not null,
    reorder_level integer        not null,
    on_hand       integer        not null,
    reserved      integer        not null,
    available     integer        not null,
    discontinued  boolean        not null,
    to_reorder    boolean        not null,
    -- what a search looks through: number and name in lower case, a line each
    search_text   varchar        not null,
    version       bigint         not null
);

create index part_to_reorder on parts.part (to_reorder, sku);

create table parts.movement (
    sku             varchar                  not null,
    version         bigint                   not null,
    recorded_at     timestamp with time zone not null,
    kind            varchar                  not null,
    reference       varchar                  not null,
    on_hand_change  integer                  not null,
    reserved_change integer                  not null,
    reason          varchar                  not null,
    primary key (sku, version)
);

create index movement_reference on parts.movement (sku, reference);

create table parts.reservation (
    sku            varchar                  not null,
    reservation_id varchar                  not null,
    quantity       integer                  not null,
    expires_at     timestamp with time zone not null,
    status         varchar                  not null,
    version        bigint                   not null,
    primary key (sku, reservation_id)
);

create index reservation_to_expire on parts.reservation (status, expires_at);

create table parts.delivery (
    delivery_id         uuid    not null primary key,
    sku                 varchar not null,
    quantity            integer not null,
    expected_on         date    not null,
    status              varchar not null,
    cancellation_reason varchar,
    version             bigint  not null
);

create index delivery_expected on parts.delivery (expected_on, delivery_id);
create index delivery_sku on parts.delivery (sku);
