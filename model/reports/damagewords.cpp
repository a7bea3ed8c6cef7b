// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/words.h"

#include <QCoreApplication>

#include <array>

namespace evident {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

/// What readers call the places they could not read, for the translators; a name missing here is shown in English.
[[maybe_unused]] constexpr std::array Places{
    QT_TRANSLATE_NOOP("DamagePlace", "record"),
    QT_TRANSLATE_NOOP("DamagePlace", "what is older"),
    QT_TRANSLATE_NOOP("DamagePlace", "chunk"),
    QT_TRANSLATE_NOOP("DamagePlace", "chunk header"),
    QT_TRANSLATE_NOOP("DamagePlace", "records of a chunk"),
    QT_TRANSLATE_NOOP("DamagePlace", "file"),
    QT_TRANSLATE_NOOP("DamagePlace", "file header"),
    QT_TRANSLATE_NOOP("DamagePlace", "the head of an .evtx"),
    QT_TRANSLATE_NOOP("DamagePlace", "end-of-file record"),
    QT_TRANSLATE_NOOP("DamagePlace", "place of an .evt record"),
    QT_TRANSLATE_NOOP("DamagePlace", "record's user"),
    QT_TRANSLATE_NOOP("DamagePlace", "record's type"),
    QT_TRANSLATE_NOOP("DamagePlace", "record's data"),
    QT_TRANSLATE_NOOP("DamagePlace", "event element"),
    QT_TRANSLATE_NOOP("DamagePlace", "an event's time"),
    QT_TRANSLATE_NOOP("DamagePlace", "an event's date and time"),
    QT_TRANSLATE_NOOP("DamagePlace", "an event's payload"),
    QT_TRANSLATE_NOOP("DamagePlace", "an event's id"),
    QT_TRANSLATE_NOOP("DamagePlace", "lines of an event"),
    QT_TRANSLATE_NOOP("DamagePlace", "order of day and month"),
    QT_TRANSLATE_NOOP("DamagePlace", "text between event elements"),
    QT_TRANSLATE_NOOP("DamagePlace", "text between JSON objects"),
    QT_TRANSLATE_NOOP("DamagePlace", "text before an event"),
    QT_TRANSLATE_NOOP("DamagePlace", "JSON of an event"),
    QT_TRANSLATE_NOOP("DamagePlace", "JSON object"),
    QT_TRANSLATE_NOOP("DamagePlace", "a row"),
    QT_TRANSLATE_NOOP("DamagePlace", "a row's quoted cell"),
    QT_TRANSLATE_NOOP("DamagePlace", "a line that is no row"),
};

QString damageReason(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Truncated: return Words::tr("the file ends inside it");
    case ErrorCode::BadMagic: return Words::tr("its signature is wrong");
    case ErrorCode::BadChecksum:
        return Words::tr("its checksum is wrong; what could be read of it is shown and marked");
    case ErrorCode::BadSize: return Words::tr("a length in it is out of range");
    case ErrorCode::BadOffset: return Words::tr("it points to where nothing can be");
    case ErrorCode::BadToken:
    case ErrorCode::BadValue: return Words::tr("it holds something that no event can hold");
    case ErrorCode::TooDeep:
    case ErrorCode::TooLarge: return Words::tr("it is larger than any real event");
    case ErrorCode::TimedOut:
    case ErrorCode::ConnectionLost:
    case ErrorCode::HostUnreachable: return Words::tr("the other computer stopped answering before it came");
    case ErrorCode::ReadFailed: return Words::tr("the system could not read it");
    default: return Words::tr("it could not be read");
    }
}

} // namespace

QString damageText(const Damage &damage)
{
    const QString what = QCoreApplication::translate("DamagePlace", damage.what);
    return Words::tr("%1 at byte %2: %3 (%4 bytes)", "structure, offset, reason, length")
        .arg(what, countText(damage.offset), damageReason(damage.code), countText(damage.length));
}

QString damageSummary(const Damages &damages)
{
    if (damages.empty())
        return {};
    return damages.size() == 1 ? Words::tr("1 place could not be read")
                               : Words::tr("%1 places could not be read").arg(countText(damages.size()));
}

} // namespace evident
