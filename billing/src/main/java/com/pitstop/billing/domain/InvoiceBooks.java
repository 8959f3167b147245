package com.pitstop.billing.domain;

import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositoryProvider;

/** Where a document that another stream asks for gets its number, in the unit of work it is made in. */
public class InvoiceBooks {

    private final RepositoryProvider repositories;

    public InvoiceBooks(RepositoryProvider repositories) {
        this.repositories = repositories;
    }

    InvoiceNumber takeNumber(InvoiceBookId id) throws Exception {
        Repository<InvoiceBook> books = repositories.repositoryFor(InvoiceBook.class);
        return books.loadOrCreate(id.toString(), InvoiceBook::new).invoke(book -> book.takeNumber(id));
    }
}
