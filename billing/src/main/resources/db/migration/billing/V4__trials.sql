-- What an account promises. Those agreed on before promise nothing.
alter table billing.account add column trial_ends_on date;
alter table billing.account add column discount_percent integer default 0 not null;
