package com.pitstop.chassis.hub;

import javax.sql.DataSource;

import org.axonframework.common.transaction.TransactionManager;

/**
 * The database of the events.
 *
 * @param dataSource where it is
 * @param transactions what appends there
 */
public record Hub(DataSource dataSource, TransactionManager transactions) {}
