using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;
using SlimRegeling.Regels;

namespace SlimRegeling.Prestaties;

/// <summary>
/// How many decisions the rules take in a second of processor time, and what each allocates. Processor time and not the clock: so the
/// figure hardly hangs on what else runs. One thread decides; what the collector does beside it counts too.
/// </summary>
internal static class Regelmeting
{
    private const int Rondes = 7;
    private static readonly TimeSpan Duur = TimeSpan.FromSeconds(1);

    private static TimeSpan Rekentijd => Environment.CpuUsage.TotalTime;

    private sealed record Geval(string Naam, string Regelversie, Plan Plan, Feiten Feiten);

    /// <param name="PerSeconde">The best round: what else runs only takes away.</param>
    private sealed record Uitkomst(double PerSeconde, double Mediaan, double Bytes);

    public static int Voer()
    {
        var gevallen = Gevallen();
        foreach (var geval in gevallen.Where(g => !Beoordeel(g).Subsidiabel))
        {
            throw new InvalidOperationException($"{geval.Naam} is not eligible: {string.Join("; ", Gemist(geval))}");
        }
        var kaal = Meet(() => Kaal(gevallen[0].Plan));
        if (Kaal(gevallen[0].Plan) != Beoordeel(gevallen[0]).Subsidiebedrag)
        {
            throw new InvalidOperationException("The bare arithmetic is not that of the case.");
        }
        Console.WriteLine(
            Tekst(
                $"{DateTime.UtcNow:yyyy-MM-dd}, one thread, processor time, .NET {Environment.Version}, {RuntimeInformation.OSDescription}; {Rondes} rounds of {Duur.TotalSeconds:0} s, best (median)"
            )
        );
        Console.WriteLine();
        Console.WriteLine("| a decision | decisions/s | target | bytes each | target | times the bare arithmetic |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        Regel("bare arithmetic of the mkb case (amounts in, subsidy out)", kaal, kaal, null, null);
        foreach (var geval in gevallen)
        {
            Regel($"{geval.Naam}, codes and values", Meet(() => Beoordeel(geval).Subsidiebedrag), kaal, 200_000, 4_096);
            Regel($"{geval.Naam}, with all explanation texts", Meet(() => MetTeksten(geval)), kaal, 20_000, null);
        }
        return 0;
    }

    private static Beoordeling Beoordeel(Geval geval) => Beoordeling.Van(Regelboek.Versie(geval.Regelversie), geval.Plan, geval.Feiten);

    private static IEnumerable<string> Gemist(Geval geval) =>
        Beoordeel(geval).Toetsen.Where(t => t.Uitkomst == Toetsuitkomst.NietVoldaan).Select(t => t.Uitleg);

    private static decimal MetTeksten(Geval geval)
    {
        var beoordeling = Beoordeel(geval);
        var lengte = 0;
        foreach (var toets in beoordeling.Toetsen)
        {
            lengte += toets.Uitleg.Length;
        }
        foreach (var regel in beoordeling.Berekening.Regels)
        {
            lengte += regel.Omschrijving.Length;
        }
        return lengte;
    }

    /// <summary>The same amount from the same plan with the figures of 2026 written out: no versions, articles, codes or tests.</summary>
    private static decimal Kaal(Plan plan)
    {
        var som = 0m;
        foreach (var activiteit in plan.Activiteiten)
        {
            foreach (var uren in activiteit.ExterneUren)
            {
                som += Centen(uren.Uren * Math.Min(uren.Uurtarief, 135m));
            }
            foreach (var uren in activiteit.EigenUren)
            {
                som += Centen(uren.Uren * Centen(uren.Brutojaarloon * 1.32m / 1720m));
            }
            som += activiteit.OverigeExterneKosten;
        }
        return Math.Min(Centen((som + Centen(som * 0.15m)) * 0.6m), 24_999m);

        static decimal Centen(decimal bedrag) => Math.Round(bedrag, 2, MidpointRounding.AwayFromZero);
    }

    private static Uitkomst Meet(Func<decimal> doe)
    {
        // Long enough for the JIT compiler to have settled on its last version.
        var blok = 1;
        for (var tot = Rekentijd + 2 * Duur; Rekentijd < tot; blok = Math.Min(blok * 2, 4096))
        {
            Herhaal(doe, blok);
        }
        var perSeconde = new List<double>();
        var bytes = 0.0;
        for (var ronde = 0; ronde < Rondes; ronde++)
        {
            GC.Collect();
            var (aantal, voor, sinds) = (0, GC.GetAllocatedBytesForCurrentThread(), Rekentijd);
            while (Rekentijd - sinds < Duur)
            {
                Herhaal(doe, 1000);
                aantal += 1000;
            }
            perSeconde.Add(aantal / (Rekentijd - sinds).TotalSeconds);
            bytes = (GC.GetAllocatedBytesForCurrentThread() - voor) / (double)aantal;
        }
        perSeconde.Sort();
        return new(perSeconde[^1], perSeconde[Rondes / 2], bytes);
    }

    private static void Herhaal(Func<decimal> doe, int keer)
    {
        for (var i = 0; i < keer; i++)
        {
            if (doe() < 0m)
            {
                throw new InvalidOperationException("An amount below zero.");
            }
        }
    }

    private static void Regel(string wat, Uitkomst uitkomst, Uitkomst kaal, int? doel, int? doelBytes) =>
        Console.WriteLine(
            Tekst(
                $"| {wat} | {uitkomst.PerSeconde:0} ({uitkomst.Mediaan:0}){Gemist(uitkomst.PerSeconde < doel)} | {doel} | {uitkomst.Bytes:0}{Gemist(uitkomst.Bytes > doelBytes)} | {doelBytes} | {kaal.PerSeconde / uitkomst.PerSeconde:0.0} |"
            )
        );

    private static string Gemist(bool gemist) => gemist ? " (missed)" : "";

    private static string Tekst(FormattableString tekst) => tekst.ToString(CultureInfo.InvariantCulture);

    /// <summary>One case of each type of applicant, eligible, with everything known and judged.</summary>
    private static IReadOnlyList<Geval> Gevallen()
    {
        Activiteit[] ac =
        [
            new(Activiteitsoort.A) { ExterneUren = [new(40m, 150.00m)], OverigeExterneKosten = 899.20m },
            new(Activiteitsoort.C) { ExterneUren = [new(65m, 120.00m)], EigenUren = [new(60m, 41_280.00m)] },
        ];
        Activiteit[] samen =
        [
            new(Activiteitsoort.B) { Trajecten = 10 },
            new(Activiteitsoort.C)
            {
                ExterneUren = [new(600m, 130.00m)],
                EigenUren = [new(900m, 41_280.00m), new(400m, 60_000.00m)],
                OverigeExterneKosten = 120_000.00m,
            },
        ];
        Deelnemer[] partijen =
        [
            new("10000001", true, Partijsoort.MkbOnderneming, 0m, new(80m, 9_000_000m, 4_000_000m, ["4321"]), []),
            new("10000002", false, Partijsoort.MkbOnderneming, 0m, new(12m, 1_500_000m, 800_000m, ["4322"]), ["10000009"]),
            new("10000003", false, Partijsoort.Onderwijsinstelling, 0m, null, []),
            new("10000004", false, Partijsoort.Brancheorganisatie, 0m, null, []),
        ];
        var kosten = Subsidieberekening.Bereken(Regelboek.Versie("slim-2026"), Plan.Voor(partijen, samen)).ExternEnLoon;
        decimal[] delen = [0.4m, 0.3m, 0.2m];
        decimal[] aandelen = [.. delen.Select(d => Math.Floor(d * kosten))];
        return
        [
            new(
                "mkb-onderneming 2026",
                "slim-2026",
                new(Aanvragertype.MkbOnderneming, new(12m, 1_500_000m, 800_000m, ["4321"]), ac),
                Alles
            ),
            new(
                "grootbedrijf 2024",
                "slim-2024",
                new(Aanvragertype.Grootbedrijf, new(400m, 90_000_000m, 60_000_000m, ["5510"]), ac),
                Alles
            ),
            new(
                "samenwerkingsverband 2026, four parties",
                "slim-2026",
                Plan.Voor(
                    [.. partijen.Select((p, i) => p with { AandeelKosten = i < aandelen.Length ? aandelen[i] : kosten - aandelen.Sum() })],
                    samen
                ),
                Alles
            ),
        ];
    }

    private static Feiten Alles { get; } =
        new()
        {
            Peildatum = new LocalDate(2026, 6, 15),
            Steun = [new Steun(20_000.00m, new LocalDate(2025, 3, 1)), new Steun(5_000.00m, new LocalDate(2022, 3, 1))],
            NietVastgesteldeZaken = [],
            VerleendInTijdvak = [],
            VerklaringenAanwezig = true,
            PastOnderPlafond = true,
            Oordelen = Grondcode.DoorBeoordelaar.Concat(Eiscode.DoorBeoordelaar).ToDictionary(c => c, _ => true),
        };
}
