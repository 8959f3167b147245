package com.pitstop.allinone;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import com.pitstop.audit.AuditLog;
import com.pitstop.billing.Billing;
import com.pitstop.chassis.bootstrap.Service;
import com.pitstop.customer.CustomerManagement;
import com.pitstop.notification.Notification;
import com.pitstop.parts.PartsInventory;
import com.pitstop.process.ProcessManagement;
import com.pitstop.vehicle.VehicleManagement;
import com.pitstop.workshop.WorkshopManagement;
import com.pitstop.workshop.eventhandler.WorkshopEventhandler;

/** Every context, one port, one database with a schema per context. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    CustomerManagement.class,
    VehicleManagement.class,
    WorkshopManagement.class,
    WorkshopEventhandler.class,
    PartsInventory.class,
    Billing.class,
    Notification.class,
    ProcessManagement.class,
    AuditLog.class,
    DemoGarage.class
})
public class AllInOne {

    public static void main(String[] arguments) {
        Service.run(AllInOne.class, "pitstop", arguments);
    }
}
