package com.pitstop.chassis.persistence;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.spi.EntityEntryExtraState;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.LoadEvent;
import org.hibernate.event.spi.LoadEventListener;
import org.hibernate.event.spi.PersistContext;
import org.hibernate.event.spi.PersistEvent;
import org.hibernate.event.spi.PersistEventListener;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jdbc.Expectation;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.jpa.boot.spi.JpaSettings;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;

import static java.util.Objects.requireNonNull;

/** Has Hibernate insert entities that are {@link InsertedOnce} unless their row is there. */
final class InsertsOnce implements Integrator, HibernatePropertiesCustomizer {

    private static final String INSERT = "insert into ";

    /** By the name of the table, with its schema: what the statement ends in. */
    private final Map<String, String> endings = new ConcurrentHashMap<>();

    @Override
    public void customize(Map<String, Object> properties) {
        properties.put(JpaSettings.INTEGRATOR_PROVIDER, (IntegratorProvider) () -> List.of(this));
        properties.put(JdbcSettings.STATEMENT_INSPECTOR, (StatementInspector) this::completed);
    }

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor sessionFactory) {
        metadata.getEntityBindings().stream()
                .filter(entity -> entity.getMappedClass().isAnnotationPresent(InsertedOnce.class))
                .forEach(entity -> {
                    entity.setInsertExpectation(Expectation.None::new);
                    endings.put(
                            entity.getTable().getQualifiedTableName().render(),
                            ending(entity, metadata.getDatabase().getDialect()));
                });
        var listeners = sessionFactory.getEventListenerRegistry();
        listeners.appendListeners(EventType.PERSIST, new Doubt());
        listeners.prependListeners(EventType.LOAD, InsertsOnce::readWhatIsInDoubt);
    }

    /** What was inserted here, or was not, since a row was there. */
    private static void readWhatIsInDoubt(LoadEvent event, LoadEventListener.LoadType type) {
        var session = event.getSession();
        var persister = session.getFactory()
                .getMappingMetamodel()
                .getEntityDescriptor(requireNonNull(event.getEntityClassName()));
        var held = session.getPersistenceContextInternal();
        var entity = held.getEntity(session.generateEntityKey(event.getEntityId(), persister));
        if (entity != null && requireNonNull(held.getEntry(entity)).getExtraState(InDoubt.class) != null) {
            session.flush();
            session.refresh(entity);
        }
    }

    private String completed(String sql) {
        if (!sql.startsWith(INSERT)) {
            return sql;
        }
        var ending = endings.get(sql.substring(INSERT.length(), sql.indexOf(' ', INSERT.length())));
        return ending == null ? sql : sql + ending;
    }

    /** Any other constraint is to fail; H2 does not let one say which is meant. */
    private static String ending(PersistentClass entity, Dialect dialect) {
        var key = entity.getTable().getPrimaryKey().getColumns().stream()
                .map(Column::getName)
                .collect(Collectors.joining(","));
        return dialect instanceof H2Dialect ? " on conflict do nothing" : " on conflict (%s) do nothing".formatted(key);
    }

    /** On an entity of a session: whether the row is like it is not known. */
    private static final class InDoubt implements EntityEntryExtraState {

        private @Nullable EntityEntryExtraState next;

        @Override
        public void addExtraState(EntityEntryExtraState state) {
            if (next == null) {
                next = state;
            } else {
                next.addExtraState(state);
            }
        }

        @Override
        public <T extends EntityEntryExtraState> @Nullable T getExtraState(Class<T> type) {
            if (type.isInstance(this)) {
                return type.cast(this);
            }
            return next == null ? null : next.getExtraState(type);
        }
    }

    private static final class Doubt implements PersistEventListener {

        @Override
        public void onPersist(PersistEvent event) {
            if (event.getObject().getClass().isAnnotationPresent(InsertedOnce.class)) {
                requireNonNull(event.getSession()
                                .getPersistenceContextInternal()
                                .getEntry(event.getObject()))
                        .addExtraState(new InDoubt());
            }
        }

        @Override
        public void onPersist(PersistEvent event, PersistContext cascade) {
            onPersist(event);
        }
    }
}
