// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The open logs below the computers they are of, for the Logs list. Told of every log by its owner (the window, from
// the session's signals); knows nothing of sessions itself.

#include <QAbstractItemModel>

#include <cstdint>
#include <optional>
#include <vector>

namespace evident {

/// One log as the list shows it.
struct LogEntry {
    enum class State : std::uint8_t { Loading, Loaded, Cancelled, Failed };
    std::uint32_t number = 0; ///< the session's
    QString path;
    QString computer; ///< empty while unknown
    QString log; ///< channel, or the file's name while unknown
    State state = State::Loading;
    int permille = 0;
    std::uint64_t records = 0;
    std::uint64_t damages = 0; ///< places that could not be read
    bool operator==(const LogEntry &) const = default;
};

enum class LogRole : int {
    Number = Qt::UserRole + 1, ///< uint, the session's number; invalid for a computer
    State, ///< int(LogEntry::State); invalid for a computer
    Permille, ///< int; of a computer: invalid
    Records, ///< qulonglong; of a computer: of all its logs
    DamagedPlaces, ///< qulonglong; of a computer: of all its logs
    Computer, ///< QString, may be empty
};

class LogTree final : public QAbstractItemModel {
    Q_OBJECT
public:
    using QAbstractItemModel::QAbstractItemModel;

    /// Adds the log or, when its number is known, changes it; a log whose computer changed moves there.
    void put(const LogEntry &entry);
    void remove(std::uint32_t number);
    void clear();
    [[nodiscard]] QModelIndex indexOf(std::uint32_t number) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// A computer. Logs point to it by its serial number, which outlives the moves of its row.
    struct Group {
        quintptr serial = 0;
        QString computer;
        std::vector<LogEntry> logs;
    };
    struct Spot {
        int group = -1;
        int log = -1;
    };
    [[nodiscard]] Spot find(std::uint32_t number) const;
    [[nodiscard]] int groupOf(const QString &computer) const;
    [[nodiscard]] int groupOf(quintptr serial) const;
    [[nodiscard]] const LogEntry *entryAt(const QModelIndex &index) const;
    [[nodiscard]] QVariant groupData(const Group &group, int role) const;
    int addGroup(const QString &computer);
    void removeAt(Spot spot);

    std::vector<Group> m_groups;
    quintptr m_lastSerial = 0;
};

} // namespace evident
