create table process.due_timer (
    tracking_number uuid                     not null,
    timer_id        varchar                  not null,
    due_at          timestamp with time zone not null,
    primary key (tracking_number, timer_id)
);

create index due_timer_by_due_at on process.due_timer (due_at);
