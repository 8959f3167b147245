create table benchmark.plain_customer (
    customer_id      uuid         not null primary key,
    name             varchar(100) not null,
    address          varchar(200) not null,
    postal_code      varchar(20)  not null,
    city             varchar(100) not null,
    telephone_number varchar(30)  not null,
    email_address    varchar(254) not null
);
