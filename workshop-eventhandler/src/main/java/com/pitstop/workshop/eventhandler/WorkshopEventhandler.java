package com.pitstop.workshop.eventhandler;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import com.pitstop.chassis.bootstrap.Service;
import com.pitstop.workshop.readmodel.WorkshopReadModel;

/** The part of the workshop that nobody talks to: it follows the events and fills the read model. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
@Import(WorkshopReadModel.class)
public class WorkshopEventhandler {

    public static void main(String[] arguments) {
        Service.run(WorkshopEventhandler.class, "workshop-eventhandler", arguments);
    }
}
