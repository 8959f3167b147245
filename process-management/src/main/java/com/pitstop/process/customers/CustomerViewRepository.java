package com.pitstop.process.customers;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.stereotype.Repository;

@Repository("processCustomerRepository")
interface CustomerViewRepository extends JpaRepository<CustomerView, UUID> {

    List<CustomerView> findByEmailAddressAndActiveTrueOrderByCustomerId(String emailAddress);
}
