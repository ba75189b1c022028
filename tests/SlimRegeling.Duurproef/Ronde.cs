using System.Diagnostics;
using System.Globalization;
using NodaTime;

namespace SlimRegeling.Duurproef;

/// <summary>One window with its applications, from draft to reservation and some to the award, while everything is killed; then the count.</summary>
internal sealed class Ronde(Stand stand, int wijze, Voortgang voortgang, Opstelling opstelling)
{
    private static readonly TimeSpan Uiterlijk = TimeSpan.FromMinutes(20);
    private readonly Stopwatch _sinds = Stopwatch.StartNew();
    private readonly int _nummer = voortgang.Rondes.Count + 1;
    private readonly Random _toeval = new((stand.Zaad * 10_000) + (wijze * 1_000) + voortgang.Rondes.Count);

    public async Task<Rondeuitkomst> Voer(int keer)
    {
        var vanzelf = opstelling.Hosts.VanzelfGestopt;
        var fouten = new List<string>();
        var sloper = new Sloper(opstelling, _toeval, keer);
        using var uiterlijk = new CancellationTokenSource(Uiterlijk);
        using var beller = new Beller(opstelling.Hosts);
        var verloop = new Verloop(beller, stand.Aanvragen, wijze, _nummer);
        var telling = Telling.Leeg;
        try
        {
            await Speel(verloop, sloper, keer, uiterlijk.Token);
            telling = await Telling.NaStilte(opstelling.Verbinding, uiterlijk.Token);
            fouten.AddRange(telling.Fouten);
            fouten.AddRange(await Uitkomstcontrole.Voer(opstelling.Verbinding, verloop, uiterlijk.Token));
        }
        catch (Exception e)
        {
            fouten.Add(e is OperationCanceledException ? $"na {Uiterlijk.TotalMinutes:0} minuten nog niet klaar" : e.ToString());
        }
        return new Rondeuitkomst(
            voortgang.Poging,
            sloper.Gedood,
            sloper.PostgresGedood,
            sloper.RabbitGestopt,
            opstelling.Hosts.VanzelfGestopt - vanzelf,
            verloop.Zaaknummers.Count,
            telling.Berichten,
            telling.Effecten,
            telling.Verloren,
            telling.Dubbel,
            _sinds.Elapsed.TotalSeconds,
            fouten
        );
    }

    private async Task Speel(Verloop verloop, Sloper sloper, int keer, CancellationToken ct)
    {
        var (indienen, volledigheid, besluiten) = (Deel(0.45), Deel(0.15), verloop.MetBesluiten ? Deel(0.2) : 0);
        await verloop.Publiceer(
            Nu + Duration.FromTimeSpan((indienen * (sloper.Herstart + TimeSpan.FromSeconds(0.8))) + (2 * Speling(sloper))),
            ct
        );

        // While applications come in, a kill must leave time to come back before the window closes.
        await OnderKlappen(
            verloop.Indienen,
            indienen,
            sloper,
            () => Nu + Duration.FromTimeSpan((sloper.Herstart * 1.5) + Speling(sloper)) < verloop.Sluit,
            ct
        );
        Meld("ingediend", sloper);
        await OnderKlappen(verloop.BeoordeelVolledigheid, volledigheid, sloper, () => true, ct);
        Meld("volledig", sloper);
        if (verloop.Sluit > Nu)
        {
            await Task.Delay((verloop.Sluit - Nu).ToTimeSpan(), ct);
        }
        await Samen(verloop.LegLijstVast(ct), sloper.Sla(300));
        await Samen(verloop.Loot(ct), sloper.Sla(300));
        while (sloper.Nog > besluiten)
        {
            await sloper.Sla(500);
        }
        Meld("gereserveerd", sloper);
        await OnderKlappen(verloop.Besluit, besluiten, sloper, () => true, ct);
        await sloper.SlaNogAlle(300);
        await sloper.WachtOpRabbit();
        Meld("besloten", sloper);

        int Deel(double aandeel) => (int)Math.Round(keer * aandeel);
    }

    /// <summary>Work in as many portions as there are kills, each with a kill at a random moment of it.</summary>
    private static async Task OnderKlappen(
        Func<Poortwachter, CancellationToken, (int Acties, Task Klaar)> werk,
        int klappen,
        Sloper sloper,
        Func<bool> kan,
        CancellationToken ct
    )
    {
        using var poort = new Poortwachter();
        var (acties, klaar) = werk(poort, ct);
        for (var i = 0; i < klappen && kan() && !klaar.IsFaulted; i++)
        {
            poort.Laat((acties / klappen) + 1);
            await sloper.Sla(400);
        }
        poort.Open();
        await klaar;
    }

    /// <summary>Time for the work itself, which is the same with few kills; a slow restart means a crowded machine.</summary>
    private static TimeSpan Speling(Sloper sloper) => TimeSpan.FromSeconds(Math.Max(12, 3 * sloper.Herstart.TotalSeconds));

    private void Meld(string fase, Sloper sloper) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"wijze {wijze} ronde {_nummer}: {_sinds.Elapsed.TotalSeconds, 5:0.0} s {fase}, {sloper.Gedood} keer gedood, laatste herstart {sloper.Herstart.TotalSeconds:0.0} s"
            )
        );

    private static async Task Samen(Task werk, Task klap)
    {
        await klap;
        await werk;
    }

    private static Instant Nu => SystemClock.Instance.GetCurrentInstant();
}
