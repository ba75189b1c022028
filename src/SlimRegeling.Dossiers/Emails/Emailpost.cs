using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers.Emails;

/// <summary>Asks for e-mail, in the transaction of what it tells of. It goes afterwards: nothing waits for it.</summary>
public sealed class Emailpost(Werkeenheid<DossiersContext> eenheid, Emailinstellingen instellingen, Moment moment)
{
    /// <summary>How long it is of use when it cannot go.</summary>
    private static readonly Duration Houdbaar = Duration.FromDays(2);

    /// <summary>To the enterprise of a case, and to the adviser who submitted it.</summary>
    /// <param name="kenmerk">Of the occasion; empty when there is one of its kind in a case.</param>
    public void BijZaak(Emailsoort soort, string kenmerk, string zaaknummer, string kvkNummer, bool bijConcept = false) =>
        Vraag(
            "select ?::text, null::text union all select m.kvk_nummer, ? from dossiers.meelezer m where m.zaaknummer = ?",
            [kvkNummer, kvkNummer, zaaknummer],
            soort,
            kenmerk,
            zaaknummer,
            null,
            bijConcept
        );

    /// <summary>To one enterprise alone.</summary>
    /// <param name="gever">Of whose case it hears, when that is another.</param>
    /// <param name="sluit">After this moment it does not go.</param>
    public void Aan(string kvkNummer, string? gever, Emailsoort soort, string kenmerk, string zaaknummer, Instant? sluit) =>
        Vraag(
            "select ?::text, ?::text",
            [kvkNummer, (object?)gever ?? DBNull.Value],
            soort,
            kenmerk,
            zaaknummer,
            sluit,
            bijConcept: sluit is not null
        );

    /// <summary>The adviser who submitted a case hears of it from now on.</summary>
    public void LeesMee(string zaaknummer, string kvkNummer)
    {
        if (!instellingen.Uit)
        {
            eenheid.Sessie.QueueSqlCommand(
                "insert into dossiers.meelezer (zaaknummer, kvk_nummer) values (?, ?) on conflict do nothing",
                zaaknummer,
                kvkNummer
            );
        }
    }

    /// <summary>To who keeps watch.</summary>
    /// <returns>False when nobody is to be mailed about that.</returns>
    public bool OverAlarm(string kenmerk)
    {
        if (instellingen.Uit || instellingen.Alarmadres is null)
        {
            return false;
        }
        var nu = moment.Nu;
        eenheid.Sessie.QueueSqlCommand(
            $"""
            insert into dossiers.email (sleutel, kvk_nummer, soort, zaaknummer, bij_concept, gemaakt_op, volgende_op, stand_op, tot, stand)
            values (?, '', ?, '', false, ?, ?, ?, ?, '{nameof(Emailtoestand.Wacht)}') on conflict (sleutel) do nothing
            """,
            $"{Emailsoort.Alarm}.{kenmerk}",
            Emailsoort.Alarm.ToString(),
            nu,
            nu,
            nu,
            nu + Houdbaar
        );
        return true;
    }

    // What goes to an enterprise without an address is no work for anybody until it gives one.
    private void Vraag(
        string ontvangers,
        object[] parameters,
        Emailsoort soort,
        string kenmerk,
        string zaaknummer,
        Instant? sluit,
        bool bijConcept
    )
    {
        if (instellingen.Uit)
        {
            return;
        }
        var nu = moment.Nu;
        var tot = sluit is { } s && s < nu + Houdbaar ? s : nu + Houdbaar;
        eenheid.Sessie.QueueSqlCommand(
            $"""
            insert into dossiers.email
              (sleutel, kvk_nummer, gever, soort, zaaknummer, sluit, bij_concept, gemaakt_op, volgende_op, stand_op, tot, stand)
            select ? || '.' || o.kvk_nummer, o.kvk_nummer, o.gever, ?, ?, ?::timestamptz, ?, ?, ?, ?, ?,
              case when exists ({Emailtabel.BruikbaarAdres} and a.kvk_nummer = o.kvk_nummer)
                then '{nameof(Emailtoestand.Wacht)}' else '{nameof(Emailtoestand.ZonderAdres)}' end
            from ({ontvangers}) o (kvk_nummer, gever)
            on conflict (sleutel) do nothing
            """,
            [
                kenmerk.Length == 0 ? $"{zaaknummer}.{soort}" : $"{zaaknummer}.{soort}.{kenmerk}",
                soort.ToString(),
                zaaknummer,
                (object?)sluit ?? DBNull.Value,
                bijConcept,
                nu,
                nu,
                nu,
                tot,
                .. parameters,
            ]
        );
    }
}
