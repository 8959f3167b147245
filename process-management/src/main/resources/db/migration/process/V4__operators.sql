-- since when the breaker is as it is, null as long as it never was otherwise
alter table process.participant add column changed_at timestamp(6) with time zone;
-- null unless an operator wished that the participant is asked for nothing
alter table process.participant add column paused_at timestamp(6) with time zone;
alter table process.participant add column pause_reason varchar;

create index open_request_by_participant on process.open_request (participant);

-- whose event it is: that of the slip, or of a context that did something for one of its steps
alter table process.moment add column context varchar default 'process' not null;

-- Payments and deliveries that a step began: what becomes of them is told by events that do not say so.
create table process.consequence (
    stream          varchar(120) not null primary key,
    tracking_number uuid         not null,
    step            varchar      not null
);
