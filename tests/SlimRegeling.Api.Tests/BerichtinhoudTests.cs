using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>
/// What goes over the bus says nothing of who people are, or of what they wrote: it could come to stand apart, where whoever keeps the program running
/// reads it.
/// </summary>
public sealed class BerichtinhoudTests(Apihuis huis)
{
    [Fact]
    public async Task Of_a_case_with_every_step_of_an_objection_nothing_of_a_person_is_said()
    {
        await huis.Stil();
        await using var diensten = huis.Diensten();
        var gehoor = new Busgehoor();
        var aangesloten = diensten.ServiceProvider.GetRequiredService<IBus>().ConnectPublishObserver(gehoor);
        var (bo, mo) = (huis.Medewerker(Rol.Beoordelaar), huis.Medewerker(Rol.Medeondertekenaar));
        var (zwager, zus) = (huis.Medewerker(Rol.Beoordelaar), huis.Medewerker(Rol.Beoordelaar));
        var (wie, kvkNummer) = huis.Ondernemer();
        var bezwaren = new Bezwaarloop(huis);

        var zaak = await bezwaren.Afgewezen(wie, kvkNummer);
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/ondernemingen/{kvkNummer}/contact", """{"email":"pjotr@bouwbedrijf.voorbeeld"}"""));
        await Zaakloop.Gelukt(huis.Post(zwager, $"/v1/aanvragen/{zaak}/belang", """{"toelichting":"Mijn zwager Pjotr."}"""));
        await bezwaren.Doorlopen(wie, zaak, bo, mo, zus);
        aangesloten.Disconnect();

        List<string> gezegd = [.. gehoor.Gezegd.OfType<Envelop>().Select(e => e.Inhoud)];
        Assert.True(gezegd.Count(inhoud => inhoud.Contains(zaak, StringComparison.Ordinal)) > 30, $"{gezegd.Count} messages");
        string[] vanMensen =
        [
            "Bouwbedrijf",
            "Steenweg",
            "Utrecht",
            "NL13TEST",
            "@",
            "Pjotr",
            "zus",
            "\"Eva\"",
            "Buurman",
            "doelen",
            "gezien",
            "Daarom.",
            "Gezegd.",
            "haalbaar.",
            "planning",
            "Rechtbank",
        ];
        foreach (var wat in vanMensen)
        {
            Assert.DoesNotContain(gezegd, inhoud => inhoud.Contains(wat, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Of_a_mistake_that_is_mended_nothing_is_said_of_what_was_wrong()
    {
        await huis.Stil();
        await using var diensten = huis.Diensten();
        var gehoor = new Busgehoor();
        var aangesloten = diensten.ServiceProvider.GetRequiredService<IBus>().ConnectPublishObserver(gehoor);
        var (bo, mo) = (huis.Medewerker(Rol.Beoordelaar), huis.Medewerker(Rol.Medeondertekenaar));
        var (wie, kvkNummer) = huis.Ondernemer();
        var zaak = await new Bezwaarloop(huis).Afgewezen(wie, kvkNummer);
        var pad = $"/v1/verleningen/{zaak}/herstelvoorstellen";

        await Zaakloop.Gelukt(huis.Post(bo, pad, Voorstel("inhoud")));
        await Zaakloop.Gelukt(huis.Post(mo, $"{pad}/terugzending", """{"reden":"Noem Pjotr niet."}"""));
        await Zaakloop.Gelukt(huis.Post(bo, pad, Voorstel("tekst")));
        var voorstel = (await Zaakloop.Gelukt(huis.Haal(mo, pad))).Inhoud.GetProperty("voorstel");
        var hash = voorstel.GetProperty("hash").GetString();
        await Zaakloop.Gelukt(huis.Post(mo, $"{pad}/ondertekening", $$"""{"hash":"{{hash}}"}"""));
        await huis.Stil();
        aangesloten.Disconnect();

        List<string> gezegd = [.. gehoor.Gezegd.OfType<Envelop>().Select(e => e.Inhoud)];
        Assert.Contains(gezegd, inhoud => inhoud.Contains($"{zaak}-H1", StringComparison.Ordinal));
        Assert.Contains(gezegd, inhoud => inhoud.Contains($"{zaak}-H2", StringComparison.Ordinal));
        foreach (var wat in (string[])["Pjotr", "planning", "Bouwbedrijf"])
        {
            Assert.DoesNotContain(gezegd, inhoud => inhoud.Contains(wat, StringComparison.OrdinalIgnoreCase));
        }

        string Voorstel(string soort) =>
            $$"""{"herstelt":"{{zaak}}-V1","soort":"{{soort}}","fout":"De planning van Pjotr.","juist":"Die van Bouwbedrijf."}""";
    }
}
