create table process.part_stock (
    sku       varchar not null primary key,
    on_hand   integer not null,
    reserved  integer not null,
    version   bigint  not null
);

-- What was put on the shelf: the delivery that it came with, if with any.
create table process.arrival (
    receipt_id varchar not null primary key
);
