create table workshop.part (
    sku  varchar not null primary key,
    name varchar not null
);

-- Those of jobs that were finished before parts were kept account of took none.
alter table workshop.job add column parts varchar not null default '';
