package fr.socle.identity.broker;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;
import org.springframework.stereotype.Component;

/** As the name servers of this machine know them. */
@Component
class DnsTxtRecords implements TxtRecords {

    @Override
    public Optional<List<String>> of(String domain) {
        var settings = new Hashtable<String, String>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put("com.sun.jndi.dns.timeout.initial", "2000");
        settings.put("com.sun.jndi.dns.timeout.retries", "2");
        try {
            var dns = new InitialDirContext(settings);
            try {
                return Optional.of(read(dns, domain));
            } finally {
                dns.close();
            }
        } catch (NameNotFoundException none) {
            return Optional.of(List.of());
        } catch (NamingException silent) {
            return Optional.empty();
        }
    }

    /**
     * A long text comes in pieces, each in quotes. The danger of JNDI lies in names that lead to
     * other kinds of directory: this context knows the DNS alone, and only domains come here.
     */
    @SuppressWarnings("BanJNDI")
    private static List<String> read(InitialDirContext dns, String domain) throws NamingException {
        var records = new ArrayList<String>();
        var attribute = dns.getAttributes(domain, new String[] {"TXT"}).get("TXT");
        for (int i = 0; attribute != null && i < attribute.size(); i++) {
            records.add(attribute.get(i).toString().replace("\" \"", "").replace("\"", ""));
        }
        return records;
    }
}
