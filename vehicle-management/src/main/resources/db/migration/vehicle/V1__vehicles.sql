create table vehicle.vehicle (
    license_number varchar(11)  not null primary key,
    brand          varchar(50)  not null,
    type           varchar(100) not null,
    owner_id       uuid         not null,
    registered     boolean      not null,
    -- what a search looks through: the texts above in lower case, a line each
    search_text    varchar(400) not null,
    version        bigint       not null
);

create index vehicle_by_owner on vehicle.vehicle (owner_id, license_number);
