create table customer.customer (
    customer_id      uuid          not null primary key,
    name             varchar(100)  not null,
    address          varchar(200)  not null,
    postal_code      varchar(20)   not null,
    city             varchar(100)  not null,
    telephone_number varchar(30)   not null,
    email_address    varchar(254)  not null,
    active           boolean       not null,
    -- what a search looks through: the texts above in lower case, a line each
    search_text      varchar(2400) not null,
    version          bigint        not null
);

create index customer_by_name on customer.customer (name, customer_id);
