-- What is reserved at this moment, in one order with the policy that gives it back when a job is over.
create table parts.kept_part (
    sku            varchar not null,
    reservation_id varchar not null,
    primary key (sku, reservation_id)
);

create index kept_part_reservation on parts.kept_part (reservation_id);
