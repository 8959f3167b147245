-- What was paid of an invoice before the last payment.
alter table billing.invoice add column partly_paid numeric(19, 2) default 0.00 not null;
