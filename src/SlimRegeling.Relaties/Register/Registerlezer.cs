using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Relaties.Register;

/// <summary>The register at one moment.</summary>
/// <param name="Opgaven">All files, the oldest first.</param>
/// <param name="Bijgesteld">When decisions made a grant another than it was.</param>
/// <param name="Versie">The rules of the moment.</param>
public sealed record Registerbeeld(
    IReadOnlyList<Steunopgave> Opgaven,
    IReadOnlyList<Registerregel> Stand,
    ILookup<Steunsleutel, Instant> Bijgesteld,
    Regelversie Versie
)
{
    /// <summary>The file that waits for its confirmation; null when none does.</summary>
    public Steunopgave? Wachtend => Opgaven.FirstOrDefault(o => o.Stand == Opgavestand.Gemaakt);

    /// <summary>What is in no file yet.</summary>
    public IReadOnlyList<Openregel> NietOpgegeven => Tegenover(o => o.Stand != Opgavestand.Vervallen);

    /// <summary>What is not confirmed to be in the central register: what is in no file yet, and what is in one that waits.</summary>
    public IReadOnlyList<Openregel> NietBevestigd => Tegenover(o => o.Stand == Opgavestand.Bevestigd);

    private IReadOnlyList<Openregel> Tegenover(Func<Steunopgave, bool> telt)
    {
        var gegeven = Opgaven.Where(telt).ToList();
        var verteld = gegeven
            .SelectMany(o => o.Gemaakt.Regels.Select(r => (r.Sleutel, o.Gemaakt.Op)))
            .GroupBy(r => r.Sleutel)
            .ToDictionary(g => g.Key, g => g.Max(r => r.Op));
        return Registerstand.Verschil(
            Stand,
            Registerstand.Na(gegeven.Select(o => o.Gemaakt.Regels)),
            sleutel => Steunregister.Uiterlijk(Versie, Moment.Dag(Gewijzigd(sleutel, verteld[sleutel])))
        );
    }

    /// <summary>The first decision since it was told; one that was heard late may be older than the file.</summary>
    private Instant Gewijzigd(Steunsleutel sleutel, Instant verteld)
    {
        var bekend = Bijgesteld[sleutel].Order().ToList();
        var sindsdien = bekend.Where(op => op > verteld).ToList();
        return sindsdien.Count > 0 ? sindsdien[0]
            : bekend.Count > 0 ? bekend[^1]
            : verteld;
    }
}

/// <summary>Reads the register from what stands of each enterprise and from the files; it keeps nothing of its own.</summary>
public sealed class Registerlezer(
    Werkeenheid<RelatiesContext> eenheid,
    Contextregister contexten,
    Regelbron<RelatiesContext> regelbron,
    Moment moment
)
{
    private const string Wijzigingen = """
        select stream_id, data ->> 'zaaknummer', data ->> 'besluit', (data ->> 'op')::timestamptz
        from relaties.mt_events where type = 'steun-bijgesteld' and stream_id = any($1)
        """;

    public async Task<Registerbeeld> Lees(CancellationToken ct)
    {
        var regels = await regelbron.Nu(ct);
        var opgaven = await eenheid.Sessie.QueryAsync<Steunopgave>("order by id", ct);
        var ondernemingen = await eenheid.Sessie.QueryAsync<Onderneming>("where jsonb_array_length(data -> 'steun') > 0", ct);
        string[] genoemd = [.. opgaven.SelectMany(o => o.Gemaakt.Regels).Select(r => r.KvkNummer).Distinct(StringComparer.Ordinal)];
        return new(
            opgaven,
            [.. ondernemingen.SelectMany(o => Registerstand.Van(o, regels))],
            await Bijgesteld(genoemd, ct),
            Steunruimte.Nu(regels, moment.Nu)
        );
    }

    /// <summary>What these enterprises are called, by KVK number; one that did not enrol, or of which that was destroyed, is left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Namen(IEnumerable<string> kvkNummers, CancellationToken ct)
    {
        string[] nummers = [.. kvkNummers.Distinct(StringComparer.Ordinal)];
        var ondernemingen = await eenheid.Sessie.LoadManyAsync<Onderneming>(ct, nummers);
        var inhouden = await Inhouden.Lees(eenheid.Sessie, ondernemingen.Select(o => o.Gegevens).OfType<Verwijzing>(), ct);
        return ondernemingen
            .Select(o => (o.Id, Gegevens: o.Gegevens is { } gegevens ? inhouden.Zoek<Ondernemingsgegevens>(gegevens) : null))
            .Where(o => o.Gegevens is not null)
            .ToDictionary(o => o.Id, o => o.Gegevens!.Naam, StringComparer.Ordinal);
    }

    private async Task<ILookup<Steunsleutel, Instant>> Bijgesteld(string[] kvkNummers, CancellationToken ct)
    {
        await using var opdracht = contexten.Van(typeof(RelatiesContext)).Bron.CreateCommand(Wijzigingen);
        opdracht.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = kvkNummers });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var gelezen = new List<(Steunsleutel Sleutel, Instant Op)>();
        while (await rij.ReadAsync(ct))
        {
            var besluit = await rij.IsDBNullAsync(2, ct) ? null : rij.GetString(2);
            gelezen.Add((new(rij.GetString(0), rij.GetString(1), besluit), rij.GetFieldValue<Instant>(3)));
        }
        return gelezen.ToLookup(g => g.Sleutel, g => g.Op);
    }
}
