-- Which requests of routing slips are answered when the provider has decided. No read model.
create table billing.awaited_answer (
    step_key        varchar     not null primary key,
    tracking_number uuid        not null,
    payment_id      uuid        not null,
    deed            varchar(20) not null,
    -- whether it is only asked what became of it
    question        boolean     not null
);

create index awaited_answer_by_payment on billing.awaited_answer (payment_id);
