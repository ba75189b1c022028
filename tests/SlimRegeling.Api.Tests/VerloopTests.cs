using System.Globalization;
using System.Text.Json;
using NodaTime;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>Who did what in a case and who looked at it, for the colleagues who work in it.</summary>
public sealed class VerloopTests(Apihuis huis)
{
    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task What_was_decided_names_who_sent_it_back_and_who_signed_as_of_any_moment()
    {
        var wie = huis.Ondernemer().Wie;
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, wie);
        var pad = $"/v1/verleningen/{zaak}";
        await _loop.Gereserveerd(tijdvak, zaak);
        await _loop.Beoordeeld(zaak);
        huis.Klok.Vooruit(Duration.FromMinutes(1));
        await Zaakloop.Gelukt(huis.Post(Mensen.Medeondertekenaar, $"{pad}/terugzending", """{"reden":"Kijk nog eens."}"""));
        await huis.Stil();
        var terug = await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, pad));
        Assert.Equal((Mensen.Medeondertekenaar, "Kijk nog eens."), (terug.Veld("teruggezondenDoor"), terug.Veld("terugzending")));
        huis.Klok.Vooruit(Duration.FromMinutes(1));
        await _loop.Beoordeeld(zaak);
        await _loop.Verleend(zaak);

        var stappen = await Stappen(Mensen.Beoordelaar, $"{pad}/verloop");

        Assert.Equal(
            ["besluit-voorgelegd", "voorstel-teruggezonden", "besluit-voorgelegd", "subsidie-verleend", "voorschot-toegekend"],
            stappen.Select(s => Veld(s, "wat")).Take(5)
        );
        Assert.Equal((Mensen.Medeondertekenaar, "Voorstel teruggezonden"), (Veld(stappen[1], "wie"), Veld(stappen[1], "titel")));
        Assert.Equal(
            [Mensen.Beoordelaar, Mensen.Medeondertekenaar],
            stappen[3].GetProperty("ondertekenaars").EnumerateArray().Select(o => o.GetString())
        );
        var toen = Uri.EscapeDataString(Veld(stappen[1], "op")!);
        Assert.Equal(2, (await Stappen(Mensen.Medeondertekenaar, $"{pad}/verloop?op={toen}")).Count);
        (await huis.Haal(Mensen.Beoordelaar, $"{pad}/verloop?op=gisteren")).IsProbleem(422, "onjuiste-invoer").NoemtVeld("op");

        // The history of the application has the same step without a name, and says who tells it.
        var vernomen = (await Stappen(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/verloop")).Single(s =>
            Veld(s, "wat") == "terugzending-vernomen"
        );
        Assert.Equal(("systeem", "verlening"), (Veld(vernomen, "wie"), Veld(vernomen, "bij")));
        Assert.Equal(Veld(stappen[1], "op"), Veld(vernomen, "op"));
    }

    [Fact]
    public async Task Steps_in_objections_stand_among_those_of_the_decision_and_the_accounting_tells_its_own()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var dingen = await new Bereik(huis).Maak(wie, kvkNummer);

        var besluit = await Stappen(Mensen.Medeondertekenaar, $"/v1/verleningen/{dingen.Zaaknummer}/verloop");
        var bezwaar = Assert.Single(besluit, s => Veld(s, "wat") == "bezwaar-ingediend");
        Assert.Equal((dingen.Bezwaar, wie, kvkNummer), (Veld(bezwaar, "bezwaar"), Veld(bezwaar, "wie"), Veld(bezwaar, "namens")));
        DateTimeOffset[] momenten = [.. besluit.Select(s => s.GetProperty("op").GetDateTimeOffset())];
        Assert.Equal(momenten.Order(), momenten);

        var verantwoording = await Stappen(Mensen.Beoordelaar, $"/v1/verantwoordingen/{dingen.Zaaknummer}/verloop");
        Assert.Equal("verantwoording-opengesteld", Veld(verantwoording[0], "wat"));
    }

    [Fact]
    public async Task Who_looked_is_told_by_person_and_day_without_the_piece_and_telling_it_is_a_look_too()
    {
        var zaak = await _loop.Ingediend(await _loop.Tijdvak(), huis.Ondernemer().Wie);
        var pad = $"/v1/inzagen/{zaak}";
        Assert.Empty(Regels(await Zaakloop.Gelukt(huis.Haal(Mensen.Dubbel, pad))));
        huis.Klok.Vooruit(Duration.FromDays(1));
        var eerste = Vandaag;
        foreach (var wat in (string[])["", "/verloop", ""])
        {
            huis.Klok.Vooruit(Duration.FromSeconds(1));
            await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}{wat}"));
        }
        huis.Klok.Vooruit(Duration.FromDays(1));
        await Zaakloop.Gelukt(huis.Haal(Mensen.FinancieelMedewerker, $"/v1/zaken/{zaak}"));

        var antwoord = await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, pad));

        var regels = Regels(antwoord);
        Assert.Equal(
            [(Vandaag, Mensen.FinancieelMedewerker), (eerste, Mensen.Beoordelaar)],
            regels.Select(r => (Veld(r, "dag")!, Veld(r, "wie")!)).Take(2)
        );
        Assert.Equal(3, regels[1].GetProperty("aantal").GetInt32());
        Assert.Equal(["aanvraag", "verloop"], regels[1].GetProperty("wat").EnumerateArray().Select(w => w.GetString()));
        Assert.Equal(["beoordelaar"], regels[1].GetProperty("rollen").EnumerateArray().Select(r => r.GetString()));
        Assert.NotEqual(Veld(regels[1], "eerst"), Veld(regels[1], "laatst"));
        foreach (var veld in (string[])["kenmerk", "reden", "\"id\""])
        {
            Assert.DoesNotContain(veld, antwoord.Tekst, StringComparison.Ordinal);
        }

        // A page of one day, and on from there; whose look this was is in it since.
        var bladzijde = await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, $"{pad}?dagen=1"));
        Assert.All(Regels(bladzijde), r => Assert.Equal(Vandaag, Veld(r, "dag")));
        Assert.Contains(Regels(bladzijde), r => Veld(r, "wie") == Mensen.Medeondertekenaar && Wat(r).Contains("inzagen"));
        Assert.Equal(eerste, bladzijde.Veld("eerder"));
        var verder = Regels(await Zaakloop.Gelukt(huis.Haal(Mensen.Medeondertekenaar, $"{pad}?dagen=1&tot={eerste}")));
        Assert.Equal(Mensen.Beoordelaar, Veld(Assert.Single(verder), "wie"));
        (await huis.Haal(Mensen.Beoordelaar, $"{pad}?tot=gisteren&dagen=0"))
            .IsProbleem(422, "onjuiste-invoer")
            .NoemtVeld("tot")
            .NoemtVeld("dagen");

        static string?[] Wat(JsonElement regel) => [.. regel.GetProperty("wat").EnumerateArray().Select(w => w.GetString())];
    }

    [Fact]
    public async Task None_of_it_is_for_an_enterprise_for_who_has_another_role_or_for_who_declared_an_interest()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var zaak = (await new Bereik(huis).Maak(wie, kvkNummer)).Zaaknummer;
        var iemand = huis.Medewerker(Rol.Beoordelaar, Rol.Medeondertekenaar);
        string[] paden = [$"/v1/verleningen/{zaak}/verloop", $"/v1/verantwoordingen/{zaak}/verloop", $"/v1/inzagen/{zaak}"];
        foreach (var pad in paden)
        {
            await Zaakloop.Gelukt(huis.Haal(iemand, pad));
            foreach (var ander in (string[])[wie, Mensen.Bram, Mensen.FinancieelMedewerker, Mensen.Functionaris])
            {
                (await huis.Haal(ander, pad)).IsProbleem(403, "niet-bevoegd");
            }
        }
        await Zaakloop.Gelukt(huis.Post(iemand, $"/v1/aanvragen/{zaak}/belang"));
        await huis.Stil();
        foreach (var pad in paden)
        {
            (await huis.Haal(iemand, pad)).IsProbleem(403, "eigen-belang").NoemtArtikel("artikel 2:4 Awb");
            await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, pad));
        }
        var nergens = Platform.Zaaknummer.Trek();
        foreach (var pad in (string[])[$"/v1/verleningen/{nergens}/verloop", $"/v1/verantwoordingen/{nergens}/verloop"])
        {
            (await huis.Haal(Mensen.Beoordelaar, pad)).IsProbleem(404, "niet-gevonden");
        }
    }

    private string Vandaag => Moment.Dag(huis.Klok.GetCurrentInstant()).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<JsonElement>> Stappen(string wie, string pad) =>
        [.. (await Zaakloop.Gelukt(huis.Haal(wie, pad))).Inhoud.EnumerateArray()];

    private static IReadOnlyList<JsonElement> Regels(Gekregen lijst) => [.. lijst.Inhoud.GetProperty("regels").EnumerateArray()];

    private static string? Veld(JsonElement van, string naam) => van.TryGetProperty(naam, out var veld) ? veld.GetString() : null;
}
