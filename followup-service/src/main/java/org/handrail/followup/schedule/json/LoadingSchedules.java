package org.handrail.followup.schedule.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.handrail.followup.schedule.Schedules;
import org.handrail.followup.schedule.ShippedSchedules;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Stores the schedules that come with Handrail as version 1, unless an admin has their versions already. Several
 * instances may start at once. Routes start only after every bean is ready, so no fact finds them missing.
 */
@Component
class LoadingSchedules implements InitializingBean {

    private final Schedules schedules;
    private final TransactionOperations transaction;
    private final ScheduleReader reader = new ScheduleReader();

    LoadingSchedules(Schedules schedules, TransactionOperations transaction) {
        this.schedules = schedules;
        this.transaction = transaction;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> ShippedSchedules.IDS.forEach(this::load));
    }

    private void load(String id) {
        String definition = text(ShippedSchedules.resource(id));
        schedules.addFirst(reader.read(definition), definition);
    }

    private static String text(String resource) {
        try (InputStream in = LoadingSchedules.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
