package org.handrail.standalone.bench.jdbc;

import java.sql.SQLException;
import org.handrail.followup.schedule.ScheduleVersion;
import org.handrail.followup.schedule.json.ScheduleReader;
import org.handrail.local.LocalDatabase;

/** The schedules that the service has published in its database. */
public final class PublishedSchedules {

    private final LocalDatabase database;
    private final ScheduleReader reader = new ScheduleReader();

    public PublishedSchedules(LocalDatabase database) {
        this.database = database;
    }

    /** The version that is in force. */
    public ScheduleVersion read(String id) {
        try (Sql sql = new Sql(database)) {
            int version = Integer.parseInt(
                    sql.texts("select published from followup.schedule where schedule_id = ?", id).get(0));
            String definition = sql.texts("""
                    select definition from followup.schedule_version where schedule_id = ? and version = ?""",
                    id, version).get(0);
            return new ScheduleVersion(reader.read(definition), version);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
