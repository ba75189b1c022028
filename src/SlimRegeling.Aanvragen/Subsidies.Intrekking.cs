using Marten;
using SlimRegeling.Berichten.Verlening;

namespace SlimRegeling.Aanvragen;

// What withdrawals leave of awards, each in a row of its own, so that one that is revoked counts no longer, whichever was heard first.
internal static partial class Subsidies
{
    // What a withdrawal leaves of the whole stands without a number: who is a party alone is a party too.
    private const string Geheel = "";

    // What the withdrawals leave that were not revoked altogether; one of which only that was heard leaves nothing to say.
    private const string Rest = """
        select min(greatest(i.bedrag, i.blijft)) from aanvragen.subsidieintrekking i
        where i.zaaknummer = ? and i.kvk_nummer = ? and i.bedrag is not null and not i.herroepen
        """;

    /// <summary>
    /// The minister withdrew an award, or part of it. It only goes up before that, and down after it: the least that a withdrawal left is what counts,
    /// whatever was heard first.
    /// </summary>
    public static void Ingetrokken(IDocumentSession sessie, VerleningIngetrokkenBericht bericht)
    {
        Laat(bericht.Bedrag, Geheel);
        Tel(sessie, bericht.Zaaknummer, bericht.KvkNummer, bericht.Tijdvak);
        foreach (var (kvkNummer, bedrag) in bericht.Partijen ?? new Dictionary<string, decimal>())
        {
            Laat(bedrag, kvkNummer);
            TelDeel(sessie, bericht.Zaaknummer, kvkNummer, bedrag);
        }

        void Laat(decimal bedrag, string kvkNummer) =>
            sessie.QueueSqlCommand(
                """
                insert into aanvragen.subsidieintrekking (zaaknummer, besluit, kvk_nummer, bedrag) values (?, ?, ?, ?)
                on conflict (zaaknummer, besluit, kvk_nummer) do update set bedrag = excluded.bedrag
                """,
                bericht.Zaaknummer,
                bericht.Besluit,
                kvkNummer,
                bedrag
            );
    }

    /// <summary>A decision on objection revoked a withdrawal, wholly or in part; it may be heard before that.</summary>
    public static void Herroepen(IDocumentSession sessie, VerleningGewijzigdBericht bericht, string intrekking)
    {
        Laat(bericht.Blijft, Geheel);
        Tel(sessie, bericht.Zaaknummer, bericht.KvkNummer, bericht.Tijdvak);
        foreach (var (kvkNummer, bedrag) in bericht.Partijen ?? new Dictionary<string, decimal>())
        {
            Laat(bericht.Blijft is null ? null : bedrag, kvkNummer);
            TelDeel(sessie, bericht.Zaaknummer, kvkNummer, bedrag);
        }

        void Laat(decimal? blijft, string kvkNummer) =>
            sessie.QueueSqlCommand(
                """
                insert into aanvragen.subsidieintrekking as i (zaaknummer, besluit, kvk_nummer, blijft, herroepen) values (?, ?, ?, ?, ?)
                on conflict (zaaknummer, besluit, kvk_nummer) do update set blijft = greatest(i.blijft, excluded.blijft),
                  herroepen = i.herroepen or excluded.herroepen
                """,
                bericht.Zaaknummer,
                intrekking,
                kvkNummer,
                (object?)blijft ?? DBNull.Value,
                blijft is null
            );
    }

    private static void Tel(IDocumentSession sessie, string zaaknummer, string kvkNummer, string tijdvak) =>
        sessie.QueueSqlCommand(
            $"""
            insert into aanvragen.subsidie as s (zaaknummer, kvk_nummer, tijdvak, ingetrokken_bedrag) values (?, ?, ?, ({Rest}))
            on conflict (zaaknummer) do update set ingetrokken_bedrag = excluded.ingetrokken_bedrag
            """,
            zaaknummer,
            kvkNummer,
            tijdvak,
            zaaknummer,
            Geheel
        );

    private static void TelDeel(IDocumentSession sessie, string zaaknummer, string kvkNummer, decimal bedrag) =>
        sessie.QueueSqlCommand(
            $"""
            insert into aanvragen.subsidiedeel as d (zaaknummer, kvk_nummer, bedrag, ingetrokken_bedrag) values (?, ?, ?, ({Rest}))
            on conflict (zaaknummer, kvk_nummer) do update set ingetrokken_bedrag = excluded.ingetrokken_bedrag
            """,
            zaaknummer,
            kvkNummer,
            bedrag,
            zaaknummer,
            kvkNummer
        );
}
