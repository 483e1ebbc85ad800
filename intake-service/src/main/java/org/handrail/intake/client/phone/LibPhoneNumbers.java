package org.handrail.intake.client.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import org.handrail.intake.client.InvalidDetailException;
import org.handrail.intake.client.PhoneNumber;
import org.handrail.intake.client.PhoneNumbers;

/**
 * Numbers without a country code belong to the region. Only the length is held against the numbering plan: plans
 * change faster than software, and a person who asks for help is not turned away for that.
 */
public final class LibPhoneNumbers implements PhoneNumbers {

    private static final int LONGEST = 60;
    private static final String RULE = "must be a phone number such as 202-555-0143";

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String region;

    /** @param region ISO 3166-1 alpha-2 */
    public LibPhoneNumbers(String region) {
        if (!numbers.getSupportedRegions().contains(region)) {
            throw new IllegalArgumentException("HANDRAIL_PHONE_REGION must be a country code such as US");
        }
        this.region = region;
    }

    @Override
    public PhoneNumber read(String text) {
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidDetailException(RULE);
        }
        Phonenumber.PhoneNumber number;
        try {
            number = numbers.parse(text, region);
        } catch (NumberParseException e) {
            throw new InvalidDetailException(RULE);
        }
        if (numbers.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
            throw new InvalidDetailException(RULE);
        }
        return new PhoneNumber(numbers.format(number, PhoneNumberFormat.E164));
    }
}
