// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cstdlib>
#include <utility>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

constexpr std::array Verdicts{QT_TRANSLATE_NOOP("Words", "Act"), QT_TRANSLATE_NOOP("Words", "Watch"),
    QT_TRANSLATE_NOOP("Words", "Depends"), QT_TRANSLATE_NOOP("Words", "Harmless")};
static_assert(Verdicts.size() == std::to_underlying(Verdict::Harmless) + 1U);

constexpr std::array<char16_t, Verdicts.size()> Shapes{u'⬣', u'▲', u'◆', u'✓'};

constexpr std::array Conclusions{QT_TRANSLATE_NOOP("Words", "Confirmed harmless"),
    QT_TRANSLATE_NOOP("Words", "Confirmed fault"), QT_TRANSLATE_NOOP("Words", "Does not apply"),
    QT_TRANSLATE_NOOP("Words", "Not confirmed")};
static_assert(Conclusions.size() == std::to_underlying(ConclusionKind::NotConfirmed) + 1U);

constexpr std::array Levels{QT_TRANSLATE_NOOP("Words", "Critical"), QT_TRANSLATE_NOOP("Words", "Error"),
    QT_TRANSLATE_NOOP("Words", "Warning"), QT_TRANSLATE_NOOP("Words", "Information"),
    QT_TRANSLATE_NOOP("Words", "Verbose"), QT_TRANSLATE_NOOP("Words", "Log Always"),
    QT_TRANSLATE_NOOP("Words", "Audit Success"), QT_TRANSLATE_NOOP("Words", "Audit Failure"),
    QT_TRANSLATE_NOOP("Words", "Other")};
static_assert(Levels.size() == std::to_underlying(Level::Other) + 1U);

constexpr std::array StartTypes{QT_TRANSLATE_NOOP("Words", "at boot, by the boot loader"),
    QT_TRANSLATE_NOOP("Words", "at boot, by the system"), QT_TRANSLATE_NOOP("Words", "automatic"),
    QT_TRANSLATE_NOOP("Words", "manual"), QT_TRANSLATE_NOOP("Words", "disabled")};
static_assert(StartTypes.size() == std::to_underlying(StartType::Disabled) + 1U);

constexpr std::array Ways{QT_TRANSLATE_NOOP("Words", "service manager of the running computer"),
    QT_TRANSLATE_NOOP("Words", "registry of the running computer"),
    QT_TRANSLATE_NOOP("Words", "copy of its registry (SYSTEM hive)"),
    QT_TRANSLATE_NOOP("Words", "reported by the user"), QT_TRANSLATE_NOOP("Words", "the logs that were open"),
    QT_TRANSLATE_NOOP("Words", "administrative share of the running computer")};
static_assert(Ways.size() == std::to_underlying(CheckedBy::Share) + 1U);

QString translated(const char *text)
{
    return QCoreApplication::translate("Words", text);
}

/// Characters that turn or isolate the writing direction (Unicode UAX #9).
bool turnsDirection(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x061C || u == 0x200E || u == 0x200F || (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069);
}

QChar visibleChar(QChar c)
{
    const char16_t u = c.unicode();
    if (u == '\n')
        return c;
    if (u < 0x20)
        return QChar(0x2400 + u); // the control pictures
    if (u == 0x7F)
        return QChar(0x2421);
    const bool control = u >= 0x80 && u < 0xA0;
    const bool lineEnd = u == 0x2028 || u == 0x2029;
    return control || lineEnd || turnsDirection(c) ? QChar(QChar::ReplacementCharacter) : c;
}

} // namespace

QString verdictText(Verdict verdict)
{
    return translated(Verdicts.at(std::to_underlying(verdict)));
}

QChar verdictShape(Verdict verdict)
{
    return Shapes.at(std::to_underlying(verdict));
}

QString conclusionText(ConclusionKind kind)
{
    return translated(Conclusions.at(std::to_underlying(kind)));
}

QString levelText(Level level)
{
    return translated(Levels.at(std::to_underlying(level)));
}

QString startTypeText(StartType type)
{
    return translated(StartTypes.at(std::to_underlying(type)));
}

QString checkedByText(CheckedBy by)
{
    return translated(Ways.at(std::to_underlying(by)));
}

QString offsetText(Timestamp time, const QTimeZone &zone)
{
    const QDateTime utc = time.toDateTime();
    const int seconds = utc.isValid() && zone.isValid() ? zone.offsetFromUtc(utc) : 0;
    if (seconds == 0)
        return u"UTC"_s;
    const int minutes = std::abs(seconds) / 60;
    return u"UTC%1%2:%3"_s.arg(QChar(seconds < 0 ? u'−' : u'+'))
        .arg(minutes / 60, 2, 10, QChar(u'0'))
        .arg(minutes % 60, 2, 10, QChar(u'0'));
}

QString timeText(Timestamp time, const QTimeZone &zone)
{
    if (time.isNull())
        return Words::tr("unknown");
    const QDateTime utc = time.toDateTime();
    if (!utc.isValid())
        return time.toIso();
    const QDateTime local = zone.isValid() ? utc.toTimeZone(zone) : utc;
    const QLocale locale;
    QString dateFormat = locale.dateFormat(QLocale::ShortFormat);
    if (!dateFormat.contains("yyyy"_L1))
        dateFormat.replace("yy"_L1, "yyyy"_L1);
    QString timeFormat = locale.timeFormat(QLocale::LongFormat);
    timeFormat = timeFormat.remove(u't').trimmed(); // the zone is said as an offset instead
    return locale.toString(local.date(), dateFormat) + u' ' + locale.toString(local.time(), timeFormat) + u' '
        + offsetText(time, zone);
}

QString countText(std::uint64_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

QString visible(const QString &text)
{
    QString clean = text;
    clean.replace("\r\n"_L1, "\n"_L1).replace(u'\t', "    "_L1);
    for (QChar &c : clean)
        c = visibleChar(c);
    return clean;
}

} // namespace evident
