// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Learns from the dates of a file how they are to be read, while its records are found for the first time. Owned by a
// dialect whose dates are written for people.

#include "formats/text/exportedevent.h"

namespace evident {

class DateLearner {
public:
    explicit DateLearner(DateLanguage language)
        : m_language(language)
    {
        m_reading.local = QTimeZone::systemTimeZone();
    }

    [[nodiscard]] bool isLearning() const { return !m_evidence.isSettled(); }
    void learn(QStringView text)
    {
        if (const auto date = readWrittenDate(text); date && !date->zoneMinutes)
            m_evidence.add(*date);
    }
    /// True when the order was guessed.
    bool settle()
    {
        m_reading.order = m_evidence.order(m_language);
        return m_evidence.isDoubtful(m_language);
    }
    [[nodiscard]] const DateReading &reading() const { return m_reading; }

private:
    DateLanguage m_language;
    DayOrderEvidence m_evidence;
    DateReading m_reading;
};

} // namespace evident
