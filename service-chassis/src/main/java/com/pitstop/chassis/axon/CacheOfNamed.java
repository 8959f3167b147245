package com.pitstop.chassis.axon;

import org.axonframework.common.caching.JCacheAdapter;
import org.jspecify.annotations.Nullable;

/** Leaves out an aggregate that was to be made if missing and then decided on nothing: it has no name yet. */
class CacheOfNamed extends JCacheAdapter {

    CacheOfNamed(javax.cache.Cache<Object, Object> cache) {
        super(cache);
    }

    @Override
    public void put(@Nullable Object aggregate, Object entry) {
        if (aggregate != null) {
            super.put(aggregate, entry);
        }
    }
}
