-- Not to be driven.
alter table vehicle.vehicle add column immobilised boolean default false not null;
