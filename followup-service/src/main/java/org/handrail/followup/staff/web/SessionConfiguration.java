package org.handrail.followup.staff.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions in PostgreSQL: any instance can serve any request. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "staff_session", maxInactiveIntervalInSeconds = 30 * 60)
class SessionConfiguration {

    @Bean
    CookieSerializer sessionCookie(@Value("${handrail.console.url:}") String consoleUrl) {
        boolean secure = isSecure(consoleUrl);
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        // the prefix makes browsers refuse the cookie from anywhere but this host over TLS
        cookie.setCookieName(secure ? "__Host-handrail-console" : "handrail-console");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Strict");
        cookie.setUseSecureCookie(secure);
        return cookie;
    }

    static boolean isSecure(String consoleUrl) {
        return consoleUrl.startsWith("https:");
    }
}
