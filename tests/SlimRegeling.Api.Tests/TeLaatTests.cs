using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using SlimRegeling.Platform;

namespace SlimRegeling.Api.Tests;

/// <summary>Who is late keeps the draft, reads where and when it can be done after all, and takes the draft along.</summary>
public sealed class TeLaatTests(Apihuis huis)
{
    private readonly Zaakloop _loop = new(huis);

    /// <summary>A hotel: no other test publishes windows for its type, so that what comes next is known.</summary>
    private static string Hotel
    {
        get
        {
            var formulier = JsonNode.Parse(Zaakloop.Formulier)!;
            formulier["onderneming"] = JsonNode.Parse(
                """{"werkzamePersonen":300.0,"jaaromzet":"62000000.00","balanstotaal":"48000000.00","sbiCodes":["5510"]}"""
            );
            return formulier.ToJsonString();
        }
    }

    [Fact]
    public async Task Who_is_late_reads_the_next_window_and_begins_there_from_the_old_draft()
    {
        var (wie, _) = huis.Ondernemer();
        var tijdvak = await _loop.Tijdvak(type: "grootbedrijf", regelversie: "slim-2024");
        var oud = await Concept(tijdvak, wie, Hotel);
        huis.Klok.Vooruit(Zaakloop.Openstelling);

        await huis.Weigert(
            () => huis.Post(wie, $"/v1/aanvragen/{oud}/indiening"),
            a =>
                a.IsProbleem(409, "tijdvak-gesloten")
                    .Noemt("Uw concept blijft bewaard")
                    .Noemt("nog geen volgend tijdvak")
                    .Noemt("/v1/tijdvakken")
        );

        var volgende = await _loop.Tijdvak(over: Duration.FromDays(20), type: "grootbedrijf", regelversie: "slim-2024");
        var gepubliceerd = (await Zaakloop.Gelukt(huis.Haal(null, $"/v1/tijdvakken/{volgende}"))).Inhoud;
        await huis.Weigert(
            () => huis.Post(wie, $"/v1/aanvragen/{oud}/indiening"),
            a =>
                a.IsProbleem(409, "tijdvak-gesloten")
                    .Noemt(
                        $"voor een grootbedrijf is {volgende}: indienen kan van {Gelezen(gepubliceerd, "opent")} tot {Gelezen(gepubliceerd, "sluit")}."
                    )
                    .Noemt($"Vanaf {Gelezen(gepubliceerd, "registratieVanaf")}")
                    .Noemt($"uit {oud}.")
        );
        var beginnen = $$"""{"tijdvak":"{{volgende}}","uit":"{{oud}}"}""";
        (await huis.Post(wie, "/v1/aanvragen", beginnen)).IsProbleem(409, "registratie-nog-niet-open");
        (await huis.Post(wie, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}""")).IsProbleem(409, "tijdvak-gesloten").Noemt(volgende);

        huis.Klok.Vooruit(Duration.FromDays(7));
        var begonnen = await Zaakloop.Gelukt(huis.Post(wie, "/v1/aanvragen", beginnen));
        Assert.Equal(["verklaringen"], Velden(begonnen));
        var nieuw = begonnen.Veld("zaaknummer");
        var formulier = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/aanvragen/{nieuw}/concept"))).Inhoud;
        Assert.Equal("62000000.00", formulier.GetProperty("onderneming").GetProperty("jaaromzet").GetString());
        Assert.False(formulier.TryGetProperty("verklaringen", out _));
        // The old one stays, and the new one can be submitted once everything was declared anew.
        Assert.Equal(200, (await huis.Haal(wie, $"/v1/aanvragen/{oud}/concept")).Status);
        huis.Klok.Vooruit(Duration.FromDays(14));
        (await huis.Post(wie, $"/v1/aanvragen/{nieuw}/indiening")).IsProbleem(422, "onjuiste-invoer").NoemtVeld("verklaringen.waarheid");
        await Zaakloop.Gelukt(huis.Put(wie, $"/v1/aanvragen/{nieuw}/concept", Hotel));
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{nieuw}/indiening"));
        huis.Klok.Vooruit(Zaakloop.Openstelling);
    }

    [Fact]
    public async Task What_does_not_fit_the_rules_of_the_new_window_is_named_also_from_what_was_submitted()
    {
        var (wie, _) = huis.Ondernemer();
        var tijdvak = await _loop.Tijdvak(regelversie: "slim-2024");
        var oud = JsonNode.Parse(Zaakloop.Formulier)!;
        oud["activiteiten"]!.AsArray().Add(JsonNode.Parse("""{"soort":"D","praktijkleerplaatsen":2}"""));
        var zaak = await Concept(tijdvak, wie, oud.ToJsonString());
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening"));
        var nu = await _loop.Tijdvak(regelversie: "slim-2026");

        var begonnen = await Zaakloop.Gelukt(huis.Post(wie, "/v1/aanvragen", $$"""{"tijdvak":"{{nu}}","uit":"{{zaak}}"}"""));

        Assert.Equal(["verklaringen", "activiteiten[2].soort"], Velden(begonnen));
        Assert.All(
            begonnen.Inhoud.GetProperty("pastNiet").EnumerateArray(),
            f => Assert.StartsWith("artikel ", f.GetProperty("artikel").GetString(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Nobody_begins_from_the_draft_of_another_enterprise()
    {
        var tijdvak = await _loop.Tijdvak();
        var (wie, _) = huis.Ondernemer();
        var (zaak, nergens) = (await _loop.Concept(tijdvak, wie), (string)Zaaknummer.Trek());

        var leeg = await huis.Post(Mensen.Bram, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}","uit":"{{nergens}}"}""");
        await huis.Weigert(
            () => huis.Post(Mensen.Bram, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}","uit":"{{zaak}}"}"""),
            a =>
                Assert.Equal(
                    leeg.IsProbleem(404, "niet-gevonden").Tekst.Replace(nergens, "…", StringComparison.Ordinal),
                    a.Tekst.Replace(zaak, "…", StringComparison.Ordinal)
                )
        );
    }

    private async Task<string> Concept(string tijdvak, string wie, string formulier)
    {
        var zaak = (await Zaakloop.Gelukt(huis.Post(wie, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}"""))).Veld("zaaknummer");
        await Zaakloop.Gelukt(huis.Put(wie, $"/v1/aanvragen/{zaak}/concept", formulier));
        return zaak;
    }

    private static IEnumerable<string?> Velden(Gekregen begonnen) =>
        begonnen.Inhoud.GetProperty("pastNiet").EnumerateArray().Select(f => f.GetProperty("veld").GetString());

    /// <summary>As people read it: 4-5-2026 om 17.00 uur.</summary>
    private static string Gelezen(JsonElement tijdvak, string veld)
    {
        var hier = NodaTime
            .Text.InstantPattern.ExtendedIso.Parse(tijdvak.GetProperty(veld).GetString()!)
            .Value.InZone(Platform.Tijd.Moment.Amsterdam)
            .LocalDateTime;
        return $"{hier.Day}-{hier.Month}-{hier.Year} om {hier.Hour:00}.{hier.Minute:00} uur";
    }
}
