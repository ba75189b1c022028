using System.Text.Json;
using Marten;
using NodaTime;
using Npgsql;
using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen;

/// <summary>Evidence that a scan was done, never its scores.</summary>
/// <param name="Tot">The day on which it was closed.</param>
/// <param name="Beeld">The response in words.</param>
/// <param name="Vragenlijst">The instrument as people call it, with its version; this and what follows is absent of what was heard before it was
/// told.</param>
/// <param name="Bron">What the instrument is.</param>
/// <param name="Onderbouwing">The literature and research behind it.</param>
/// <param name="Validatie">How far its questions were researched: <c>niet-gevalideerd</c>, <c>in-onderzoek</c> or <c>gevalideerd</c>.</param>
/// <param name="Instrumenthash">SHA-256 of the file with its questions.</param>
/// <param name="Beantwoord">How many people answered enough to count.</param>
/// <param name="Leiding">Whether management signed its part.</param>
/// <param name="RapportOp">The day on which the report was fixed.</param>
/// <param name="KvkNummer">Who had it done: the applicant, or for an employee a party of the partnership.</param>
/// <param name="Dimensies">Codes of the common dimensions that the questions tell of, with a space between.</param>
/// <param name="OnderzoekBedrijven">Firms in the research of the questions, people and the year of it: as far as the instrument says.</param>
public sealed record Scanbewijs(
    string Scan,
    string Instrument,
    LocalDate Van,
    LocalDate Tot,
    int Gevraagd,
    string Beeld,
    string Rapporthash,
    string? Vragenlijst = null,
    int? Instrumentversie = null,
    string? Bron = null,
    string? Onderbouwing = null,
    string? Validatie = null,
    string? Instrumenthash = null,
    int? Beantwoord = null,
    bool? Leiding = null,
    LocalDate? RapportOp = null,
    string? KvkNummer = null,
    string? Dimensies = null,
    int? OnderzoekBedrijven = null,
    int? OnderzoekPersonen = null,
    int? OnderzoekJaar = null
);

/// <summary>
/// Evidence by case. A scan can be evidence in several. It may come before the application, and anyone can name a case number: only what the
/// applicant's own enterprise had done counts, and what a party had done of the partnership that it asks for.
/// </summary>
internal static class Scanbewijzen
{
    internal const string Ddl = """
        create table if not exists {schema}.scanbewijs (
          scan text not null,
          zaaknummer text not null,
          kvk_nummer text not null,
          instrument text not null,
          van date not null,
          tot date not null,
          gevraagd int not null,
          beeld text not null,
          rapporthash text not null
        );
        alter table {schema}.scanbewijs add column if not exists meer text;
        alter table {schema}.scanbewijs drop constraint if exists scanbewijs_pkey;
        create unique index if not exists scanbewijs_eenmaal on {schema}.scanbewijs (scan, zaaknummer);
        create index if not exists scanbewijs_zaaknummer on {schema}.scanbewijs (zaaknummer)
        """;

    public static void Bewaar(IDocumentSession sessie, ScanAfgerondBericht bericht) =>
        sessie.QueueSqlCommand(
            """
            insert into aanvragen.scanbewijs (scan, zaaknummer, kvk_nummer, instrument, van, tot, gevraagd, beeld, rapporthash, meer)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (scan, zaaknummer) do nothing
            """,
            bericht.Scan,
            bericht.Zaaknummer,
            bericht.KvkNummer,
            bericht.Instrument,
            bericht.Van,
            bericht.Tot,
            bericht.Gevraagd,
            bericht.Beeld,
            bericht.Rapporthash,
            JsonSerializer.Serialize(
                new Meer(
                    bericht.Vragenlijst,
                    bericht.Instrumentversie,
                    bericht.Bron,
                    bericht.Onderbouwing,
                    bericht.Validatie,
                    bericht.Instrumenthash,
                    bericht.Beantwoord,
                    bericht.Leiding,
                    bericht.RapportOp,
                    bericht.Dimensies,
                    bericht.OnderzoekBedrijven,
                    bericht.OnderzoekPersonen,
                    bericht.OnderzoekJaar
                ),
                Platform.Stromen.Json.Opties
            )
        );

    /// <summary>Whose scans an employee sees as evidence; an applicant sees its own.</summary>
    /// <param name="formulier">Null when it was destroyed.</param>
    public static IReadOnlyList<string> Makers(AanvraagIngediend ingediend, Formulier? formulier) =>
        ingediend.Aanvragertype == Aanvragertype.Samenwerkingsverband
            ? [.. ingediend.Betrokken.Concat((formulier?.Partijen ?? []).Select(p => p.KvkNummer)).Distinct()]
            : [ingediend.KvkNummer];

    /// <param name="makers">KVK numbers.</param>
    public static async Task<IReadOnlyList<Scanbewijs>> Van(
        NpgsqlDataSource bron,
        string zaaknummer,
        IReadOnlyList<string> makers,
        CancellationToken ct
    )
    {
        await using var opdracht = bron.CreateCommand(
            """
            select scan, instrument, van, tot, gevraagd, beeld, rapporthash, meer, kvk_nummer from aanvragen.scanbewijs
            where zaaknummer = $1 and kvk_nummer = any($2) order by scan
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = zaaknummer });
        opdracht.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. makers] });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var bewijzen = new List<Scanbewijs>();
        while (await rij.ReadAsync(ct))
        {
            var meer = await rij.IsDBNullAsync(7, ct)
                ? null
                : JsonSerializer.Deserialize<Meer>(rij.GetString(7), Platform.Stromen.Json.Opties);
            bewijzen.Add(
                new Scanbewijs(
                    rij.GetString(0),
                    rij.GetString(1),
                    rij.GetFieldValue<LocalDate>(2),
                    rij.GetFieldValue<LocalDate>(3),
                    rij.GetInt32(4),
                    rij.GetString(5),
                    rij.GetString(6),
                    meer?.Vragenlijst,
                    meer?.Instrumentversie,
                    meer?.Bron,
                    meer?.Onderbouwing,
                    meer?.Validatie,
                    meer?.Instrumenthash,
                    meer?.Beantwoord,
                    meer?.Leiding,
                    meer?.RapportOp,
                    rij.GetString(8),
                    meer?.Dimensies,
                    meer?.OnderzoekBedrijven,
                    meer?.OnderzoekPersonen,
                    meer?.OnderzoekJaar
                )
            );
        }
        return bewijzen;
    }

    /// <summary>What was told later, kept together: nothing is looked for in it.</summary>
    private sealed record Meer(
        string? Vragenlijst,
        int? Instrumentversie,
        string? Bron,
        string? Onderbouwing,
        string? Validatie,
        string? Instrumenthash,
        int? Beantwoord,
        bool? Leiding,
        LocalDate? RapportOp,
        string? Dimensies = null,
        int? OnderzoekBedrijven = null,
        int? OnderzoekPersonen = null,
        int? OnderzoekJaar = null
    );
}
