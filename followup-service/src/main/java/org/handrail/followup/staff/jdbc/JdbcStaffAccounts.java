package org.handrail.followup.staff.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.followup.staff.Credentials;
import org.handrail.followup.staff.StaffAccount;
import org.handrail.followup.staff.StaffAccounts;
import org.handrail.followup.staff.StaffRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Accounts in PostgreSQL. */
@Repository
public class JdbcStaffAccounts implements StaffAccounts {

    private final JdbcClient jdbc;

    public JdbcStaffAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<StaffAccount> find(UUID id) {
        return jdbc.sql("select * from staff_account where id = :id").param("id", id)
                .query(JdbcStaffAccounts::account).optional();
    }

    @Override
    public Optional<StaffAccount> bySignInName(String signInName) {
        return jdbc.sql("select * from staff_account where sign_in_name = :name")
                .param("name", Credentials.normalized(signInName).replace("\0", ""))
                .query(JdbcStaffAccounts::account).optional();
    }

    @Override
    public List<StaffAccount> all() {
        return jdbc.sql("select * from staff_account order by lower(name), sign_in_name")
                .query(JdbcStaffAccounts::account).list();
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("select id, name from staff_account where id = any(:ids::uuid[])")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }

    @Override
    public boolean isEmpty() {
        return jdbc.sql("select not exists (select from staff_account)").query(Boolean.class).single();
    }

    @Override
    public boolean add(StaffAccount account) {
        return jdbc.sql("""
                        insert into staff_account (id, sign_in_name, name, role, active, password_hash)
                        values (:id, :signInName, :name, :role, :active, :hash)
                        on conflict (sign_in_name) do nothing
                        """)
                .param("id", account.id())
                .param("signInName", account.signInName())
                .param("name", account.name())
                .param("role", account.role().name())
                .param("active", account.active())
                .param("hash", account.passwordHash())
                .update() == 1;
    }

    @Override
    public void changePassword(UUID id, String passwordHash) {
        jdbc.sql("update staff_account set password_hash = :hash where id = :id")
                .param("hash", passwordHash).param("id", id).update();
    }

    @Override
    @Transactional
    public boolean change(UUID id, StaffRole role, boolean active) {
        // two admins who take each other's role away at once: one after the other
        jdbc.sql("select id from staff_account where role = 'ADMIN' order by id for update").query(UUID.class).list();
        return jdbc.sql("""
                        update staff_account set role = :role, active = :active
                        where id = :id
                          and ((:role = 'ADMIN' and :active)
                               or exists (select from staff_account other
                                          where other.id <> :id and other.role = 'ADMIN' and other.active))
                        """)
                .param("id", id).param("role", role.name()).param("active", active).update() == 1;
    }

    private static StaffAccount account(ResultSet row, int number) throws SQLException {
        return new StaffAccount(
                row.getObject("id", UUID.class),
                row.getString("sign_in_name"),
                row.getString("name"),
                StaffRole.valueOf(row.getString("role")),
                row.getBoolean("active"),
                row.getString("password_hash"));
    }
}
