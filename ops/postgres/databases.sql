-- Run by PostgreSQL's image when there is no data yet: a database for the events and one for each context, each owned by
-- an account of its own, the only one that may connect.

\getenv password HUB_PASSWORD
create role hub login password :'password';
create database hub owner hub;
revoke connect on database hub from public;

\getenv password CUSTOMER_MANAGEMENT_PASSWORD
create role customer_management login password :'password';
create database customer_management owner customer_management;
revoke connect on database customer_management from public;

\getenv password VEHICLE_MANAGEMENT_PASSWORD
create role vehicle_management login password :'password';
create database vehicle_management owner vehicle_management;
revoke connect on database vehicle_management from public;

\getenv password WORKSHOP_PASSWORD
create role workshop login password :'password';
create database workshop owner workshop;
revoke connect on database workshop from public;

\getenv password PARTS_INVENTORY_PASSWORD
create role parts_inventory login password :'password';
create database parts_inventory owner parts_inventory;
revoke connect on database parts_inventory from public;

\getenv password BILLING_PASSWORD
create role billing login password :'password';
create database billing owner billing;
revoke connect on database billing from public;

\getenv password AUDIT_LOG_PASSWORD
create role audit_log login password :'password';
create database audit_log owner audit_log;
revoke connect on database audit_log from public;

\getenv password NOTIFICATION_PASSWORD
create role notification login password :'password';
create database notification owner notification;
revoke connect on database notification from public;

\getenv password PROCESS_MANAGEMENT_PASSWORD
create role process_management login password :'password';
create database process_management owner process_management;
revoke connect on database process_management from public;
