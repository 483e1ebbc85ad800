package org.handrail.notifier.bounce;

import java.util.List;
import java.util.regex.Pattern;

/** No such address. */
final class HardWords {

    private static final String WHO = "(?:(?:e-?)?mail ?-?box|user(?: ?name| ?id| account)?|recipient|addressee|account"
            + "|(?:e-?mail |mail |destination |recipient |local )?address(?:es)?|alias|local[ -]?part|mailbox name|login"
            + "|person|receiver|rcpt)";
    private static final String BETWEEN = "(?:\\(s\\)|s)?[ ()~<>:;'\\[\\],/*#-]{0,20}"
            + "(?:that |which )?(?:you (?:entered|tried to reach|were trying to reach|specified) )?"
            + "(?:address |name |rejected:? |was |were |is |are |has been |have been |you \\w+ ){0,4}";

    /**
     * Says so in so many words, so that it counts even under a code that says something else: what refuses for policy
     * speaks of the policy.
     */
    static final Pattern PLAIN = Pattern.compile("\\bno such (?:local |e-?mail |mail )?(?:user|mail ?-?box|recipient|person|address|account)"
            + "|\\b(?:user|recipient|addressee|mail ?-?box|account|address)s?(?: name)? ?~? ?(?:is |was |could |can)?(?:unknown|not (?:be )?(?:found|known|exist|listed)|(?:does|do|did)(?:n'?t| not) exist)"
            + "|\\b(?:unknown|invalid|non-?existent) (?:local |virtual |e-?mail |mail )?(?:user|recipient|mail ?-?box|local[ -]?part|rcpt|account|e-?mail address)\\b"
            + "|\\bno (?:mail ?-?box|user|account|recipient) (?:found|here|by that|with that|of that)|\\brcpt ?~? does(?:n'?t| not) exist|badrcptto|validrcptto|~ (?:does(?:n'?t| not) exist|user unknown)"
            + "|\\bnot (?:a |an )?(?:valid|known|existing) (?:user|mail ?-?box|recipient|e-?mail address)|\\bmail ?-?box does(?:n'?t| not) exist");

    /** Names it only together with a code for it: gateways say so of senders they dislike, too. */
    static final Pattern WEAK = Pattern.compile("(?:recipient|addressee?|rcpt|user)s?(?: address)?(?: ~)? ?(?:is |was |has been )?(?:rejected|refused|denied|not accepted)");

    /** Microsoft's and Google's own names for it. */
    static final Pattern CODES = Pattern.compile("resolver\\.adr\\.(?:recip(?:ient)?notfound|invalidinsmtpaddress|badprimary)"
            + "|resolver\\.adr\\.exrecipnotfound|\\bbad[_-]?recipient\\b|\\bnosuchuser\\b|recipientnotfound|infodomainnonexistent|recipnotfound"
            + "|\\bbademailaddress\\b|\\binvalid_?recipient\\b|user_?unknown\\b|unknown_?user\\b");

    static final Pattern WORDS = Pattern.compile(String.join("|", List.of(
            // the address
            "unknown[ -](?:or (?:illegal|invalid|deleted|inactive) |local |virtual |e-?mail |mail ){0,4}" + WHO, "\\b" + WHO + BETWEEN + "unknown",
            "\\bno such " + "(?:virtual |local |e-?mail |mail ){0,4}(?:" + WHO + "|person|name|domain|host|here|one)",
            "\\b" + WHO + BETWEEN + "(?:can ?|could )?not (?:be )?(?:found|known|listed|registered|recogni[sz]ed|here|on this|local|exist|a known"
                    + "|a valid|valid\\b|our|handled|hosted|defined|in (?:use|(?:the |our )?directory)\\b|ok\\b|verified|a member of (?:the )?domain)",
            "\\b" + WHO + BETWEEN + "(?:does(?:n'?t| not)|do(?:n'?t| not)|did not|may not|is non-?) ?(?:appear to )?exist",
            "\\b" + WHO + BETWEEN + "(?:invalid|unrout(?:e)?able|undeliverable|nonexistent|non-existent|inexist\\w*|unrecogni[sz]ed|wrong|incorrect)",
            "(?:invalid|illegal|bad|nonexistent|non-existent|wrong|incorrect|unrouteable|unroutable|undeliverable|unrecogni[sz]ed)"
                    + " (?:final |local |virtual |delivery |envelope |e-?mail |mail |destination |recipient'?s? |or unknown ){0,4}" + WHO,
            "not (?:a |an )?(?:valid|known|real|current|registered|existing|active) (?:e-?mail |mail |local ){0,4}" + WHO, "non existent user",
            "not a local address", "^\\W{0,3}(?:[45]\\d\\d[ -])?\\W{0,3}(?:[45]\\.\\d\\.\\d{1,3} )?\\W{0,3}~[ :;.]{0,5}(?:does(?:n'?t| not) exist|unknown\\b|not found)", "~\\W{0,3}\\.\\.\\. (?:unknown|not found|does not exist)",
            "\\bno (?:valid )?(?:e-?mail )?" + WHO + "s?(?: ~)? (?:here|by that|by this|with (?:that|this)|called|found|named|such|of that|at this)",
            "(?:isn'?t|is not|not) (?:our customer|a customer)", "not our customer", "unrecogni[sz]ed.or.name", "validrcptto", "in (?:my|the) badrcpt(?:to)?\\b", "no valid recipients (?:were|was|have been) found", "server rejected recipients", "can'?t accept user",
            "recipient not ok", "\\bcuda_nsu\\b", "name or service not known", "recipient domain must exist", "(?:account|user|mailbox) or domain may not exist", "mailbox not present", "no mail ?-?box available", "account unavailable\\b",
            "no valid recipients, bye", "badrecipientto", "e-?mail name (?:is |was )?not found", "final (?:e-?mail )?delivery point", "missing home directory", "no matches to nameserver query", "did not (?:exactly |uniquely )?match an? .{0,30}(?:address|user|entry|name)", "there is no (?:one|such|user|account|mailbox)",
            "no(?:body|ne| one) (?:here )?by that name", "user doesn'?t have (?:a|an)\\b", "does(?:n'?t| not) have (?:a|an) .{0,40}account",
            "mailbox unavailable", "mailbox not available", "mailbox (?:not found|does not exist)", "mailbox is unavailable",
            "not listed in .{0,30}(?:name (?:&|and) address book|directory|address book)", "not (?:present )?in (?:the )?(?:name )?(?:directory|address book)", "\\bno ~ in (?:the )?name directory",
            "(?:address|recipient|user|mailbox|account|e-?mail) ?~? (?:is |has been |was )?(?:no longer|not any ?more)"
                    + " (?:exist|valid|available|active|in use|used|on (?:this )?server|with|work|employ|monitored|at |here|a member)",
            "no longer (?:exists?|valid|in use|on (?:this )?server|with (?:us|the|this)|works? (?:here|for|at)|employed|at this)",
            "has (?:been )?(?:moved|left the|left our)", "address (?:was |has been )?(?:changed|deleted|removed|retired)",
            "(?:account|mailbox|user) (?:was |has been |is )?(?:deleted|removed)", "recipient address (?:rejected: )?(?:undeliverable|is invalid)",
            "(?:could ?n[o']t|can ?not|can'?t|could not|was not|wasn'?t|unable to|were not) (?:be )?(?:find|found|resolve the|locate|identif)"
                    + "(?: ~|.{0,60}?(?:address|recipient|user\\b|mailbox|account))", "address (?:couldn'?t|could not) be found",
            "(?:address|~|recipient|user) (?:wasn'?t|was not|couldn'?t be|could not be|cannot be|can'?t be|not) (?:be )?(?:found|located|resolved)",
            "did(?:n'?t| not) recognise|do(?:es)?(?:n'?t| not) recogni[sz]e .{0,30}(?:address|recipient|user)",
            "address (?:is )?(?:misspelled|wrong)", "mail ?-?drop .{0,20}not found", "user not (?:found|known|local)",
            "badly formatted .{0,20}address", "bad address syntax", "(?:syntax error|malformed).{0,30}(?:mailbox|recipient) address",
            "recipient name is not recogni[sz]ed", "e-?mail account .{0,40}does ?(?:n'?t| not) exist", "account .{0,10}not found",
            "i couldn'?t find any host", "verify the .{0,20}address .{0,20}(?:correct|typo)", "unrouteable address",
            "(?:address|mailbox|account|user|recipient)(?: ~)? no longer (?:exists|accepts)", "no longer accepts? (?:mail|messages|e-?mail) (?:at|for) this (?:address|mailbox)",
            // the host or domain
            "(?:host|domain)s?(?: name)?(?: or (?:host|domain)(?: name)?)?(?: ~| '[^']{0,80}')? (?:is |was |could |does |do |name ){0,4}(?:not (?:be )?(?:found|exist"
                    + "|resolved|known|registered)|non-?existent|unknown)", "(?:unknown|nonexistent|unroute?able) (?:mail )?(?:host|domain)",
            "\\bnxdomain\\b", "no such (?:host|domain)", "name service error", "name server: ?~?:? host not found", "host not found",
            "(?:no|null|empty|illegal) \\(?mx\\b", "no mail exchanger", "\\bnull ?mx\\b", "indicated no smtp service",
            "mx records? point to (?:non-?existent|incorrect)", "(?:domain|host|server)\\b.{0,60}(?:does(?:n'?t| not)|do not|never) (?:accept|receive)s? .{0,10}\\b(?:e-?)?mail\\b(?! from)",
            "couldn'?t find a mail server", "no mail (?:host|server)s? (?:for|found)",
            // other languages
            "usuario .{0,30}(?:desconocido|no existe|no encontrado|inexistente)", "destinatario .{0,40}(?:desconocido|no existe|no encontrado|inexistente|inesistente|sconosciuto|non)",
            "(?:buz[oó]n|direcci[oó]n|cuenta|dominio) .{0,60}(?:no existe|inexistente|desconocid|no se (?:ha )?(?:encontr|pud)|no v[aá]lid|incorrect)",
            "no existe (?:ese|esa|dich[oa]|el|la|tal) (?:usuario|persona|buz[oó]n|cuenta|direcci[oó]n|destinatario)", "nessun utente", "no se (?:ha )?encontr[oó]|no se ha podido encontrar", "direcci[oó]n .{0,40}incorrecta",
            "(?:empf(?:[aä]|ae)nger|benutzer|adresse|postfach|nutzer|konto|mail-?adresse)\\S* .{0,60}(?:unbekannt|nicht gefunden|existiert nicht|nicht vorhanden|ung[uü]ltig|nicht bekannt|existieren nicht|nicht existent|gibt es nicht)",
            "unbekannte\\w* (?:empf[aä]nger|benutzer|adresse)", "nicht (?:gefunden|zugestellt) .{0,60}(?:adresse existiert|unbekannt)", "adresse existiert nicht",
            "(?:utilisateur|destinataire|adresse|compte|bo[iî]te)\\S* .{0,60}(?:inconnu|introuvable|inexistant|n'existe pas|invalide|pas trouv)",
            "n'a pas (?:[ée]t[ée] trouv|pu [eê]tre trouv)", "adresse (?:de messagerie )?(?:introuvable|inconnue)",
            "(?:usu[aá]rio|destinat[aá]rio|endere[cç]o|conta|caixa postal|dom[ií]nio) .{0,60}(?:desconhecid|n[aã]o (?:existe|encontrad|foi (?:poss[ií]vel )?encontr)|inexistente|inv[aá]lid)",
            "(?:utente|indirizzo|casella|account|dominio) .{0,60}(?:sconosciut|inesistente|non (?:esiste|trovat|valid|[eè] stat\\w trovat))",
            "(?:gebruiker|geadresseerde|adres|ontvanger|postvak) .{0,60}(?:onbekend|bestaat niet|niet gevonden|ongeldig)", "onbekende (?:gebruiker|ontvanger)",
            "(?:u[zż]ytkownik|adres|adresat|odbiorca|konto|skrzynka) .{0,60}(?:nieznan|nie istnieje|nie (?:zosta[lł] )?znalezion|nieprawid[lł]ow)", "nie ma takiego", "nieznan[ya] (?:odbiorca|adresat|u[zż]ytkownik|adres)",
            "(?:пользовател|получател|адрес|ящик|почтов)\\S* .{0,60}(?:не найден|неизвест|не существует|недействител|несуществ)", "нет такого|такого пользователя нет|неизвестный (?:пользователь|получатель)",
            "(?:ユーザ|アドレス|宛先|受信者|メールボックス|宛て先).{0,80}(?:存在し|見つかり|不明|ありません|見つけ|間違)", "ディレクトリ.{0,10}見つかり|該当するユーザ|見つかりませんでした",
            "(?:用户|收件人|邮箱|地址|邮件地址|帐户|账号|帐号|使用者|收件者).{0,20}(?:不存在|未找到|找不到|无效|不正確|沒有)", "找不到.{0,10}(?:收件人|用户|邮箱|使用者|收件者)|用户不存在|不存在(?:的)?(?:用户|收件人)")));

    private HardWords() {
    }
}
