using System.Text.Json;
using NodaTime;

namespace SlimRegeling.Api.Tests.Levens;

/// <summary>A window with its cases, from its publication to the end of each of them.</summary>
/// <param name="gedaan">Counts what was asked, by what it was and why it was refused.</param>
internal sealed class Levensloop(Beller beller, Levensproef proef, IDictionary<string, int> gedaan)
{
    /// <summary>No life takes so many steps from where it is found to its end.</summary>
    private const int MeesteStappen = 60;

    private static readonly Duration Week = Duration.FromDays(7);
    private static readonly int[] Weken = [1, 6, 20, 58];
    private static int _laatste;

    private readonly List<string> _verloop = [];
    private readonly List<Leven> _levens = [];

    /// <summary>Of the recipients of these, in windows of their own: what is set off is of another window.</summary>
    private readonly List<(string Tijdvak, Leven Leven)> _elders = [];

    private string _tijdvak = "";

    private Proefklok Klok => beller.Huis.Klok;

    public async Task Leef(Levenssoort soort, Begin[] begin, IEnumerable<Opdracht> opdrachten)
    {
        try
        {
            await Beginnen(soort, begin);
            foreach (var opdracht in opdrachten)
            {
                await Doe(opdracht);
                await Klopt();
            }
            beller.KnipNa(null);
            foreach (var leven in _levens.Concat(_elders.Select(e => e.Leven)))
            {
                await BrengTenEinde(leven);
            }
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{soort}, {string.Join(", ", begin)}:\n{string.Join('\n', _verloop)}\n{e.Message}", e);
        }
    }

    private async Task Doe(Opdracht opdracht)
    {
        // Things that follow each other have moments that do.
        Klok.Vooruit(Duration.FromMinutes(1));
        var leven = _levens[opdracht.Wie % _levens.Count];
        _verloop.Add($"{opdracht.Daad} {leven.Zaak} {opdracht.Keuze} {opdracht.Knip} {opdracht.Welke}");
        if (opdracht.Daad == Daad.Tijd)
        {
            Klok.Vooruit(Week * Weken[opdracht.Keuze % Weken.Length]);
            Tel(opdracht.Daad, null);
            return;
        }
        if (opdracht.Daad == Daad.Verreken && leven is { IsMkb: true, Elders: null } && await leven.HeeftOpenVordering())
        {
            leven.Elders = await Elders(leven);
        }
        beller.KnipNa(opdracht.Knip, opdracht.Welke);
        var antwoord = await leven.Doe(opdracht.Daad, opdracht.Keuze);
        await beller.Rust();
        Tel(opdracht.Daad, antwoord.Weigering());
    }

    private async Task Klopt()
    {
        await proef.Klopt(_tijdvak, _levens);
        foreach (var (tijdvak, leven) in _elders)
        {
            await proef.Klopt(tijdvak, [leven]);
        }
    }

    private void Tel(Daad daad, string? weigering)
    {
        var uitkomst = $"{daad} {weigering ?? LevensTests.Gelukt}";
        gedaan[uitkomst] = gedaan.TryGetValue(uitkomst, out var keren) ? keren + 1 : 1;
        _verloop.Add($"  {weigering ?? LevensTests.Gelukt}");
    }

    private async Task BrengTenEinde(Leven leven)
    {
        for (var stap = 0; stap < MeesteStappen; stap++)
        {
            var stand = await leven.Stand();
            if (stand.IsEinde)
            {
                return;
            }
            _verloop.Add($"Verder {leven.Zaak} {stand}");
            Klok.Vooruit(Duration.FromMinutes(1));
            await leven.Verder(stand);
            await Klopt();
        }
        Assert.Fail($"{leven.Zaak} goes on and never ends: {await leven.Stand()}");
    }

    private async Task Beginnen(Levenssoort soort, Begin[] begin)
    {
        _tijdvak = await Tijdvak(soort, begin.Length);
        foreach (var _ in begin)
        {
            _levens.Add(await Ingediend(soort));
            Klok.Vooruit(Duration.FromMinutes(1));
        }
        Klok.Vooruit(Zaakloop.Openstelling);
        await Lukt(Mensen.Regelbeheerder, $"/v1/ontvangsten/{_tijdvak}");
        await beller.Rust();
        foreach (var (leven, besluit) in _levens.Zip(begin))
        {
            await leven.Besluit(besluit);
        }
        await proef.Klopt(_tijdvak, _levens);
    }

    /// <summary>With exactly what is asked of it, where that is known.</summary>
    private async Task<string> Tijdvak(Levenssoort soort, int zaken)
    {
        var id = $"leven-{Interlocked.Increment(ref _laatste)}";
        var opent = Klok.GetCurrentInstant();
        var voorgesteld = await Lukt(
            Mensen.Regelbeheerder,
            "/v1/tijdvakken",
            JsonSerializer.Serialize(
                new
                {
                    id,
                    aanvragertype = soort == Levenssoort.Verband ? "samenwerkingsverband" : "mkb-onderneming",
                    opent = Zaakloop.Wandklok(opent),
                    sluit = Zaakloop.Wandklok(opent + Zaakloop.Openstelling),
                    plafond = Lezen.Euro(zaken * (soort == Levenssoort.Mkb ? 11_040.00m : 500_000.00m)),
                    volgorde = "binnenkomst",
                    regelversie = soort == Levenssoort.Oud ? "slim-2024" : "slim-2026",
                }
            )
        );
        var (pad, inhoud) = Omgeving.Tijdvakbesluit.Ondertekening(voorgesteld.Inhoud);
        await Lukt(Mensen.TweedeRegelbeheerder, $"/v1/{pad}", JsonSerializer.Serialize(inhoud));
        await beller.Rust();
        return id;
    }

    /// <summary>A case of the same recipient that was awarded in another window, of which nothing was paid.</summary>
    /// <returns>Its number.</returns>
    private async Task<string> Elders(Leven leven)
    {
        var tijdvak = await Tijdvak(Levenssoort.Mkb, 1);
        var ander = await Ingediend(Levenssoort.Mkb, tijdvak, leven.Wie, leven.KvkNummer);
        Klok.Vooruit(Zaakloop.Openstelling);
        await Lukt(Mensen.Regelbeheerder, $"/v1/ontvangsten/{tijdvak}");
        await beller.Rust();
        await ander.Besluit(Begin.Verlenen);
        _elders.Add((tijdvak, ander));
        return ander.Zaak;
    }

    /// <summary>Submitted by an enterprise of its own.</summary>
    private async Task<Leven> Ingediend(Levenssoort soort)
    {
        var (wie, kvkNummer) = beller.Huis.Ondernemer();
        await Lukt(wie, $"/v1/ondernemingen/{kvkNummer}", Zaakloop.Inschrijving);
        return await Ingediend(soort, _tijdvak, wie, kvkNummer);
    }

    /// <summary>Submitted, complete, and in treatment.</summary>
    private async Task<Leven> Ingediend(Levenssoort soort, string tijdvak, string wie, string kvkNummer)
    {
        var zaak = (await Lukt(wie, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}""")).Veld("zaaknummer");
        var bewaard = await beller.Put(
            wie,
            $"/v1/aanvragen/{zaak}/concept",
            soort == Levenssoort.Verband ? MetPartijen(kvkNummer) : Zaakloop.Formulier
        );
        Assert.True(bewaard.IsGelukt(), bewaard.Tekst);
        await Lukt(wie, $"/v1/aanvragen/{zaak}/indiening");
        await beller.Rust();
        await Lukt(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/volledigheid", """{"volledig":true}""");
        await Lukt(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/toewijzing");
        var leven = new Leven(beller, soort, wie, kvkNummer, zaak, Mensen.Dubbel);
        await leven.StuurDocument();
        await beller.Rust();
        return leven;
    }

    /// <summary>Of three: one can leave, and enough remain.</summary>
    private string MetPartijen(string kvkNummer) =>
        Partnerschap.Formulier(
            Partnerschap.Mkb(kvkNummer),
            Partnerschap.Mkb(beller.Huis.Ondernemer().KvkNummer),
            Partnerschap.Mkb(beller.Huis.Ondernemer().KvkNummer)
        );

    private async Task<Gekregen> Lukt(string wie, string pad, string inhoud = "{}")
    {
        var antwoord = await beller.Post(wie, pad, inhoud);
        Assert.True(antwoord.IsGelukt(), $"{pad} gave {antwoord.Status}: {antwoord.Tekst}");
        return antwoord;
    }
}
