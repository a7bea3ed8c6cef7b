// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Connect to Computer: which computer, then which of its logs. Says how they would be read, by files or by calls, and how
// much there is to copy. Shown by the main window; deletes itself.

#include "remote/pull.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QToolButton;
class QTreeWidget;
class QVBoxLayout;

namespace evident {

class RemoteOpener;
struct RecordCount;

class ConnectDialog final : public QDialog {
    Q_OBJECT
public:
    /// @p opener must outlive it.
    ConnectDialog(RemoteOpener &opener, QWidget *parent);
    ~ConnectDialog() override;

Q_SIGNALS:
    void openWanted(const QStringList &locations);

private:
    void setUpHost(QVBoxLayout &column);
    void setUpLogs(QVBoxLayout &column);
    void setUpButtons(QVBoxLayout &column);
    void fillHosts();
    void hostTyped();
    void connectToHost();
    void reached(const RemoteTarget &target, const std::optional<Error> &error);
    void listed(const RemoteTarget &target, const Result<RemoteLogs> &logs);
    void show(const RemoteLogs &logs);
    void count(const RemoteTarget &target, const RemoteLogs &logs);
    void counted(const QString &location, const RecordCount &records);
    void say(const QString &sentence);
    void setWorking(bool working);
    void filter();
    void choiceChanged();
    void accept() override;
    [[nodiscard]] QStringList chosen() const;
    /// What the chosen logs come to.
    struct Sum {
        int logs = 0;
        std::uint64_t bytes = 0;
        std::uint64_t events = 0; ///< of classic logs that are asked for by calls
    };
    [[nodiscard]] Sum sumOfChosen() const;
    [[nodiscard]] QString sumText(const Sum &sum) const;
    void setUpPart(QVBoxLayout &column);
    /// Which events of the chosen logs are wanted.
    [[nodiscard]] NewestWish wish() const;

    RemoteOpener &m_opener;
    QComboBox *m_host;
    QToolButton *m_favourite;
    QPushButton *m_connect;
    QLabel *m_words;
    QProgressBar *m_busy;
    QLineEdit *m_filter;
    QTreeWidget *m_logs;
    QCheckBox *m_onlyPart;
    QComboBox *m_part;
    QSpinBox *m_newest;
    QLabel *m_sum;
    QPushButton *m_open;
    double m_bytesPerSecond = 0; ///< 0 when nobody knows
    double m_eventsPerSecond = 0; ///< by calls
};

} // namespace evident
