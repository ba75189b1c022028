using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Herbouw;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Zaken;

/// <summary>
/// Hears everything again: what each message changes is a row beside the real tables, from which steps and headers follow in one go. Windows,
/// changes of rules, employees and their interests are few; they are written in their place.
/// </summary>
public sealed class Herbouwen(Werkeenheid<ZakenContext> eenheid, Aanroep aanroep) : Bijhouden(eenheid, aanroep), IHerbouw
{
    private const string Zaken = "zaken.zaak";
    private const string Stappen = "zaken.stap";

    // What is no message is asked of its owners again, and terms are worked out by the clock: both can be done only when the program runs.
    private const string Verder = $"""
        delete from zaken.zoektekst t where not exists (select from {Zaken} z where z.zaaknummer = t.zaaknummer);
        delete from zaken.zoekzaak t where not exists (select from {Zaken} z where z.zaaknummer = t.zaaknummer);
        insert into zaken.zoekwerk (zaaknummer) select zaaknummer from {Zaken} where ingediend_op is not null on conflict (zaaknummer) do nothing;
        delete from zaken.werk t where not exists (select from {Zaken} z where z.zaaknummer = t.zaaknummer);
        insert into zaken.termijnwerk (zaaknummer) select zaaknummer from {Zaken} where ingediend_op is not null on conflict (zaaknummer) do nothing
        """;

    private static readonly (string Tabel, string[] Sleutel)[] Kleine =
    [
        ("zaken.tijdvak", ["id"]),
        ("zaken.regelwijziging", ["regelversie", "volgnummer"]),
        ("zaken.medewerkercorrectie", ["medewerker"]),
        ("zaken.belang", ["zaaknummer", "medewerker"]),
    ];

    private readonly Werkeenheid<ZakenContext> _eenheid = eenheid;
    private NpgsqlConnection _verbinding = null!;
    private NpgsqlBinaryImporter _gehoord = null!;
    private IReadOnlyList<string> _stapkolommen = [];
    private IReadOnlyList<string> _zaakkolommen = [];

    public async Task Begin(NpgsqlConnection verbinding, CancellationToken ct)
    {
        _verbinding = verbinding;
        _stapkolommen = await Overbrenging.Kolommen(verbinding, Stappen, ct);
        _zaakkolommen = [.. (await Overbrenging.Kolommen(verbinding, Zaken, ct)).Except(["zaaknummer", "status", "status_op"])];
        await Voer(
            $"""
            create temp table gehoord on commit drop as
            select {string.Join(", ", _stapkolommen.Select(k => $"s.{k}"))}, z.status, {string.Join(
                ", ",
                _zaakkolommen.Select(k => $"z.{k}")
            )}
            from {Stappen} s, {Zaken} z limit 0
            """,
            ct
        );
        _gehoord = await verbinding.BeginBinaryImportAsync(
            $"copy gehoord ({string.Join(", ", Stapvelden)}, status, {string.Join(", ", _zaakkolommen)}) from stdin (format binary)",
            ct
        );
    }

    public async Task<IReadOnlyList<Herbouwd>> Sluit(CancellationToken ct)
    {
        await Verwerk(ct);
        var stappen = new Overbrenging(_verbinding, Stappen, ["bericht"]) { Naam = ["zaaknummer", "stap", "bericht"] };
        IReadOnlyList<Herbouwd> gemaakt =
        [
            await new Overbrenging(_verbinding, Zaken, ["zaaknummer"]).BrengOver("table kop", ct),
            await stappen.BrengOver($"select {string.Join(", ", _stapkolommen)} from gehoord", ct),
            .. await SchrijfKleine(ct),
        ];
        await Voer(Verder, ct);
        return gemaakt;
    }

    public async Task<IReadOnlyList<Vergeleken>> Vergelijk(CancellationToken ct)
    {
        await Verwerk(ct);
        var koppen = string.Join(", ", await Overbrenging.Kolommen(_verbinding, Zaken, ct));
        var stapvelden = string.Join(", ", _stapkolommen);
        var stappen = new Rijenvergelijking(_verbinding, Stappen, "bericht") { Naam = ["zaaknummer", "stap", "bericht"] };
        List<Vergeleken> vergeleken =
        [
            await new Rijenvergelijking(_verbinding, Zaken, "zaaknummer").Voer(
                $"select {koppen} from kop",
                $"select {koppen} from {Zaken}",
                ct
            ),
            await stappen.Voer($"select {stapvelden} from gehoord", $"select {stapvelden} from {Stappen}", ct),
        ];
        await MaakKleine(ct);
        foreach (var (tabel, sleutel) in Kleine)
        {
            vergeleken.Add(await new Rijenvergelijking(_verbinding, tabel, sleutel).Voer($"table {tabel}", $"table {Oud(tabel)}", ct));
        }
        return vergeleken;
    }

    private async Task Verwerk(CancellationToken ct)
    {
        await _gehoord.CompleteAsync(ct);
        await _gehoord.DisposeAsync();
        await Voer($"analyze gehoord; create temp table kop on commit drop as {Koppen()}; analyze kop", ct);
    }

    // Of all at once, when the headers stand.
    public override Task ZoekOpnieuw(string zaaknummer) => Task.CompletedTask;

    public override Task ZoekOpnieuwVan(string kvkNummer) => Task.CompletedTask;

    public override Task TermijnOpnieuwVan(string tijdvak, string aanvragertype, Instant sluit) => Task.CompletedTask;

    private static readonly string[] Stapvelden =
    [
        "bericht",
        "zaaknummer",
        "moment",
        "stap",
        "wie",
        "namens",
        "bedrag",
        "besluit",
        "betaalopdracht",
        "uitleg",
        "eerdere",
        "versie",
        "dag",
    ];

    protected override void Schrijf(Gehoord gehoord)
    {
        _gehoord.StartRow();
        Veld(gehoord.Bericht);
        Veld(gehoord.Zaaknummer);
        Veld(gehoord.Stap.Moment);
        Veld(gehoord.Stap.Stap);
        Veld(gehoord.Wie);
        Veld(gehoord.Namens);
        Veld(gehoord.Stap.Bedrag);
        Veld(gehoord.Stap.Besluit);
        Veld(gehoord.Stap.Betaalopdracht);
        Veld(gehoord.Stap.Uitleg);
        Veld(gehoord.Stap.Eerdere);
        Veld(gehoord.Stap.Versie);
        Veld(gehoord.Stap.Dag);
        Veld((int?)gehoord.Status);
        foreach (var kolom in _zaakkolommen)
        {
            Veld(gehoord.Kolommen.FirstOrDefault(k => k.Naam == kolom).Waarde);
        }
    }

    private void Veld(object? waarde)
    {
        if (waarde is null)
        {
            _gehoord.WriteNull();
        }
        else
        {
            _gehoord.Write(waarde);
        }
    }

    // What one message at a time does (Bijschrijven), of all at once: the latest status, and of each column what the latest message said that
    // fills it.
    private string Koppen()
    {
        const string Laatste = "order by coalesce(versie, 0) desc, moment desc, bericht desc";
        var status = $"order by {Statussen.Laatste("gehoord", "moment", "gehoord")} desc, moment desc, {Statussen.Plaats("status")} desc";
        var kolommen = _zaakkolommen.Select(k => $"(array_agg({k} {Laatste}) filter (where {k} is not null))[1] as {k}");
        return $"""
            select zaaknummer, {string.Join(", ", kolommen)},
              coalesce((array_agg(status {status}) filter (where status is not null))[1], -1) as status,
              coalesce((array_agg(moment {status}) filter (where status is not null))[1], '-infinity') as status_op
            from gehoord group by zaaknummer
            """;
    }

    // In their place, beside a copy of what stood there.
    private async Task MaakKleine(CancellationToken ct)
    {
        foreach (var (tabel, _) in Kleine)
        {
            await Voer($"create temp table {Oud(tabel)} on commit drop as table {tabel}; delete from {tabel}", ct);
        }
        await _eenheid.Sessie.SaveChangesAsync(ct);
    }

    private async Task<IReadOnlyList<Herbouwd>> SchrijfKleine(CancellationToken ct)
    {
        await MaakKleine(ct);
        var modellen = new List<Herbouwd>();
        foreach (var (tabel, sleutel) in Kleine)
        {
            modellen.Add(await new Overbrenging(_verbinding, tabel, sleutel).VergelijkMet($"table {Oud(tabel)}", ct));
        }
        return modellen;
    }

    private static string Oud(string tabel) => $"oud_{tabel[(tabel.IndexOf('.', StringComparison.Ordinal) + 1)..]}";

    private async Task Voer(string sql, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(sql, _verbinding);
        await opdracht.ExecuteNonQueryAsync(ct);
    }
}
