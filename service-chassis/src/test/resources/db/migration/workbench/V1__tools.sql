create table workbench.tool (
    tool_id varchar(50) not null primary key,
    label   varchar(20) not null,
    uses    integer     not null
);
