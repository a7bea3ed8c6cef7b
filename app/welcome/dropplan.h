// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What dropping some files on the window would do, decided by what is in them and said before it is done. A plain
// value.

#include <QString>
#include <QStringList>

class QMimeData;

namespace evident {

struct DropPlan {
    QStringList logs; ///< files and folders to open
    QString hive; ///< a registry hive; empty when there is none
    QString hiveComputer; ///< the computer the hive says it is of; may be empty

    [[nodiscard]] static DropPlan of(const QMimeData &data);
    [[nodiscard]] bool isEmpty() const { return logs.isEmpty() && hive.isEmpty(); }
    /// "Open 3 logs", "Use as registry hive for MAIL01".
    [[nodiscard]] QString sentence() const;
};

} // namespace evident
