package com.pitstop.workshop.readmodel;

import java.util.UUID;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.stereotype.Repository;

/** The customers the workshop knows. */
@Repository("workshopCustomerRepository")
public interface CustomerViewRepository extends JpaRepository<CustomerView, UUID> {

    /** By name. The pattern is in lower case, with {@code !} before what is meant literally. */
    @Query("""
            select customer from WorkshopCustomer customer
            where lower(customer.name) like :pattern escape '!'
               or lower(customer.telephoneNumber) like :pattern escape '!'
               or lower(customer.emailAddress) like :pattern escape '!'
            order by customer.name, customer.customerId
            """)
    Page<CustomerView> search(String pattern, Pageable page);
}
