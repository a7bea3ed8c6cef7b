// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window's last line: how many events there are, are shown and chosen; what is being read, with a way to stop it;
// in which zone times are written; how many places could not be read. Owned by the main window.

#include "settings/windowsettings.h"

#include <QStatusBar>

class QActionGroup;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace evident {

class ShrinkingLabel;

class StatusLine final : public QStatusBar {
    Q_OBJECT
public:
    struct Counts {
        std::uint64_t events = 0;
        int shown = 0;
        bool isSearching = false; ///< more may follow
        int selected = 0;
        std::uint64_t passedOver = 0; ///< files of folders that are no logs
    };

    explicit StatusLine(QWidget *parent = nullptr);
    void setCounts(const Counts &counts);
    /// @p permille of all bytes that are to be read.
    void setProgress(int permille);
    /// How many of the questions to computers are answered.
    void setAsked(int answered, int asked);
    /// How fast what is read comes from other computers; empty when it does not.
    void setRate(const QString &text);
    void setIdle();
    /// What is followed and does not answer; empty when there is nothing of the kind.
    void setAway(const QString &text);
    [[nodiscard]] QString awayText() const;
    void setTimes(TimeDisplay times);
    void setDamages(std::uint64_t places);
    /// Shows a sentence for a while.
    void tell(const QString &sentence);
    [[nodiscard]] QToolButton *stopButton() const { return m_stop; }
    [[nodiscard]] QToolButton *damageButton() const { return m_damage; }
    [[nodiscard]] QString countsText() const;
    /// "12 MB/s, about 3 minutes left", while logs come from other computers.
    [[nodiscard]] QString rateText() const;
    /// "12 of 50 asked", while computers are being asked.
    [[nodiscard]] QString askedText() const;

signals:
    void stopWanted();
    void damageWanted();
    void timesWanted(evident::TimeDisplay times);

private:
    void setUpZone();
    ShrinkingLabel *m_counts;
    QProgressBar *m_progress;
    QLabel *m_asked;
    ShrinkingLabel *m_rate;
    ShrinkingLabel *m_away;
    QToolButton *m_stop;
    QPushButton *m_zone;
    QToolButton *m_damage;
};

} // namespace evident
