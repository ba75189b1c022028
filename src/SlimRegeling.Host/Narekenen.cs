using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Narekenen;

namespace SlimRegeling.Host;

/// <summary>
/// The command <c>narekenen</c>: computes every decision that is stored again and compares. It only reads, on connections on which nothing
/// can be changed; no site, bus or job starts.
/// </summary>
internal static class Narekenen
{
    private const string Tabelontbreekt = "42P01";

    /// <returns>0 when every decision comes out as it is stored, else 1.</returns>
    public static async Task<int> Voer(string[] args, TextWriter uit, CancellationToken ct)
    {
        var configuratie = WebApplication
            .CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory })
            .Configuration;
        await using var postgres = await BestaandeGegevens.Open(configuratie, ct);
        var telling = new Telling();
        var instellingen = Huis.Instellingen(configuratie, postgres?.Verbinding);
        foreach (var context in instellingen.Alle.Where(c => c.Narekening is not null && instellingen.Hier.Contains(c.Naam)))
        {
            await using var bron = Vloer.Leesbron(instellingen.Verbinding(context.Naam));
            using var opslag = Contextopslag.OmTeLezen(context, bron);
            await Reken(opslag, telling, uit, ct);
        }
        uit.WriteLine(telling.Slot);
        return telling.Verschillen == 0 ? 0 : 1;
    }

    private static async Task Reken(Contextopslag opslag, Telling geheel, TextWriter uit, CancellationToken ct)
    {
        var naam = opslag.Context.Naam;
        try
        {
            if (!await opslag.Bestaat(ct))
            {
                uit.WriteLine($"{naam}: hier is nog niets vastgelegd");
                return;
            }
            var telling = new Telling();
            var sinds = Stopwatch.StartNew();
            await foreach (var nagerekend in new Narekenaar(opslag, opslag.Context.Narekening!).Reken(ct))
            {
                telling.Tel(nagerekend);
                foreach (var verschil in nagerekend.Verschillen)
                {
                    uit.WriteLine(
                        $"VERSCHIL {nagerekend.Zaak} {nagerekend.Besluit}: {verschil.Wat}: vastgelegd {verschil.Vastgelegd}, berekend {verschil.Berekend} ({verschil.Regel})"
                    );
                }
            }
            uit.WriteLine($"{naam}: {telling.Regel(sinds.Elapsed)}");
            geheel.Tel(telling);
        }
        catch (PostgresException e) when (e.SqlState == Tabelontbreekt)
        {
            throw new Opstartfout(
                $"De gegevens van {naam} zijn van een oudere versie van dit programma ({e.MessageText}). Start het programma eerst één keer gewoon en reken daarna na.",
                e
            );
        }
        catch (NpgsqlException e)
        {
            throw new Opstartfout(
                $"De database van {naam} is niet te lezen ({e.Message}). Controleer ConnectionStrings:SlimRegeling en ConnectionStrings:{naam}.",
                e
            );
        }
    }

    private sealed class Telling
    {
        private readonly SortedDictionary<string, long> _perSoort = new(StringComparer.Ordinal);
        private long _besluiten;
        private long _vernietigd;
        private long _vernietigdeZaken;
        private string? _laatsteVernietigd;

        public long Verschillen { get; private set; }

        public string Slot => Tekst($"narekenen: {_besluiten} besluiten nagerekend, {Verschillen} verschillen");

        /// <summary>Of one stream after the other.</summary>
        public void Tel(Nagerekend nagerekend)
        {
            if (nagerekend.Vernietigd)
            {
                _vernietigd++;
                _vernietigdeZaken += nagerekend.Zaak == _laatsteVernietigd ? 0 : 1;
                _laatsteVernietigd = nagerekend.Zaak;
                return;
            }
            _besluiten++;
            _perSoort[nagerekend.Besluit] = _perSoort.GetValueOrDefault(nagerekend.Besluit) + 1;
            Verschillen += nagerekend.Verschillen.Count;
        }

        public void Tel(Telling deel)
        {
            _besluiten += deel._besluiten;
            Verschillen += deel.Verschillen;
        }

        public string Regel(TimeSpan duur)
        {
            var soorten = string.Join(", ", _perSoort.Select(s => $"{s.Key} {s.Value}"));
            var vernietigd =
                _vernietigd == 0
                    ? ""
                    : $"; niet na te rekenen: {_vernietigd} besluiten in {_vernietigdeZaken} zaken, de inhoud is met het dossier vernietigd";
            return Tekst(
                $"{_besluiten} besluiten in {duur.TotalSeconds:0.0} s, {_besluiten / duur.TotalSeconds:0} per seconde ({soorten}){vernietigd}"
            );
        }

        private static string Tekst(FormattableString tekst) => tekst.ToString(CultureInfo.InvariantCulture);
    }
}
