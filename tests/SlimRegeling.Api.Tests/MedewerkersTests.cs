using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>What beheerders decide about the access of employees, and how soon every context keeps to it.</summary>
public sealed class MedewerkersTests(Apihuis huis)
{
    private const string Reden = """ "reden":"Zij werkt nu bij een andere afdeling." """;
    private static readonly string Beheerder = Mensen.In(Rol.Beheerder);

    /// <summary>A case that is nowhere: who may look gets 404.</summary>
    private static string Aanvraag => $"/v1/aanvragen/{Zaaknummer.Trek()}";

    private static string Verlening => $"/v1/verleningen/{Zaaknummer.Trek()}";

    [Fact]
    public async Task A_role_that_is_taken_away_is_refused_in_another_context_within_seconds_and_the_others_stay()
    {
        var wie = huis.Medewerker(Rol.Beoordelaar, Rol.Onderzoeker);
        var id = await Aangemeld(wie);
        Assert.Equal(404, (await huis.Haal(wie, Aanvraag)).Status);

        await Zaakloop.Gelukt(huis.Post(Beheerder, $"/v1/medewerkers/{id}/intrekkingen", $$"""{"rol":"beoordelaar",{{Reden}}}"""));

        (await Tot(wie, Aanvraag, 403)).IsProbleem(403, "niet-bevoegd");
        Assert.Equal(404, (await huis.Haal(wie, "/v1/beheer/tijdvakken/is-er-niet/stand")).Status);
        var beeld = (await Zaakloop.Gelukt(huis.Haal(Beheerder, $"/v1/medewerkers/{id}"))).Inhoud;
        Assert.Equal(["beoordelaar", "onderzoeker"], Teksten(beeld.GetProperty("medewerker"), "volgensProvider"));
        Assert.Equal(["onderzoeker"], Teksten(beeld.GetProperty("medewerker"), "rollen"));
        var stap = beeld.GetProperty("geschiedenis")[0];
        Assert.Equal(("rol-ingetrokken", Beheerder), (stap.GetProperty("wat").GetString(), Assert.Single(Teksten(stap, "door"))));
        Assert.Equal("Zij werkt nu bij een andere afdeling.", stap.GetProperty("reden").GetString());
        // In no context the message, and so no table, has more than the pseudonym.
        foreach (
            var context in (string[])
                ["aanvragen", "betalingen", "dossiers", "leercultuurscans", "relaties", "tijdvakken", "vaststelling", "verlening", "zaken"]
        )
        {
            await huis.Stil();
            Assert.Equal(
                1,
                await huis.Tel(
                    $"select count(*) from {context}.medewerkercorrectie where medewerker = '{wie}' and ingetrokken = 'beoordelaar'"
                )
            );
        }
    }

    [Fact]
    public async Task A_role_that_the_provider_gives_after_it_was_taken_away_in_advance_is_refused_until_two_grant_it()
    {
        var wie = huis.Medewerker(Rol.Onderzoeker);
        var tweede = huis.Medewerker(Rol.Beheerder);
        var id = await Aangemeld(wie);
        var antwoord = await Zaakloop.Gelukt(
            huis.Post(Beheerder, $"/v1/medewerkers/{id}/intrekkingen", $$"""{"rol":"medeondertekenaar",{{Reden}}}""")
        );
        Assert.Equal(id, antwoord.Veld("id"));
        await huis.Stil();

        huis.Geef(wie, Rol.Onderzoeker, Rol.Medeondertekenaar);
        await Tot(wie, Verlening, 403);
        var beeld = (await Zaakloop.Gelukt(huis.Haal(Beheerder, $"/v1/medewerkers/{await Aangemeld(wie)}"))).Inhoud;
        Assert.Equal(["medeondertekenaar", "onderzoeker"], Teksten(beeld.GetProperty("medewerker"), "volgensProvider"));
        Assert.Equal(["medeondertekenaar"], Teksten(beeld.GetProperty("medewerker"), "ingetrokken"));
        Assert.Equal(["onderzoeker"], Teksten(beeld.GetProperty("medewerker"), "rollen"));

        var voorstel = await Zaakloop.Gelukt(
            huis.Post(Beheerder, $"/v1/medewerkers/{id}/voorstellen", $$"""{"soort":"rol-toekennen","rol":"medeondertekenaar",{{Reden}}}""")
        );
        await Zaakloop.Gelukt(
            huis.Post(tweede, $"/v1/medewerkers/{id}/voorstellen/1/bevestiging", $$"""{"hash":"{{voorstel.Veld("hash")}}"}""")
        );
        await Tot(wie, Verlening, 404);
    }

    [Fact]
    public async Task A_role_is_granted_by_two_beheerders_who_are_not_that_person()
    {
        var (wie, tweede) = (huis.Medewerker(Rol.Onderzoeker), huis.Medewerker(Rol.Beheerder));
        var id = await Aangemeld(wie);
        Assert.Equal(403, (await huis.Haal(wie, Verlening)).Status);

        var voorstel = await Zaakloop.Gelukt(
            huis.Post(Beheerder, $"/v1/medewerkers/{id}/voorstellen", $$"""{"soort":"rol-toekennen","rol":"medeondertekenaar",{{Reden}}}""")
        );
        var (pad, hash) = ($"/v1/medewerkers/{id}/voorstellen/1/bevestiging", $$"""{"hash":"{{voorstel.Veld("hash")}}"}""");
        await huis.Weigert(() => huis.Post(Beheerder, pad, hash), a => a.IsProbleem(403, "zelf-voorgesteld"));
        await huis.Weigert(() => huis.Post(tweede, pad, """{"hash":"x"}"""), a => a.IsProbleem(409, "ander-voorstel"));
        Assert.Equal(403, (await huis.Haal(wie, Verlening)).Status);

        await Zaakloop.Gelukt(huis.Post(tweede, pad, hash));
        await Tot(wie, Verlening, 404);
        await huis.Weigert(() => huis.Post(tweede, pad, hash), a => a.IsProbleem(409, "al-bevestigd"));
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_access_and_nobody_is_given_what_is_kept_apart()
    {
        var ander = huis.Medewerker(Rol.Beheerder, Rol.Onderzoeker);
        var eigen = await Aangemeld(ander);
        await huis.Weigert(
            () => huis.Post(ander, $"/v1/medewerkers/{eigen}/voorstellen", $$"""{"soort":"rol-toekennen","rol":"beoordelaar",{{Reden}}}"""),
            a => a.IsProbleem(403, "eigen-toegang")
        );
        await huis.Weigert(
            () => huis.Post(ander, "/v1/medewerkers/blokkades", $$"""{"kenmerk":"{{ander}}",{{Reden}}}"""),
            a => a.IsProbleem(403, "eigen-toegang")
        );

        var betaalt = await Aangemeld(huis.Medewerker(Rol.FinancieelMedewerker));
        await huis.Weigert(
            () =>
                huis.Post(
                    ander,
                    $"/v1/medewerkers/{betaalt}/voorstellen",
                    $$"""{"soort":"rol-toekennen","rol":"financieel-controleur",{{Reden}}}"""
                ),
            a => a.IsProbleem(409, "functiescheiding").Noemt("financieel medewerker")
        );
        await huis.Weigert(
            () => huis.Post(ander, $"/v1/medewerkers/{betaalt}/voorstellen", """{"soort":"rol-toekennen","rol":"dienst","reden":""}"""),
            a => a.IsProbleem(422, "onjuiste-invoer").NoemtVeld("rol").NoemtVeld("reden")
        );
        // What the provider itself gives together is shown, not taken.
        var dirk = (await Zaakloop.Gelukt(huis.Haal(ander, $"/v1/medewerkers/{await Aangemeld(Mensen.DubbelFinancieel)}"))).Inhoud;
        Assert.True(dirk.GetProperty("nietGescheiden").GetBoolean());
        Assert.Equal(2, dirk.GetProperty("medewerker").GetProperty("rollen").GetArrayLength());
    }

    [Fact]
    public async Task Who_is_blocked_is_refused_everywhere_and_two_let_them_in_again()
    {
        var (wie, tweede) = (huis.Medewerker([.. Rollen.VanUitvoerder]), huis.Medewerker(Rol.Beheerder));
        var id = await Aangemeld(wie);

        await Zaakloop.Gelukt(huis.Post(Beheerder, "/v1/medewerkers/blokkades", $$"""{"kenmerk":"{{wie}}",{{Reden}}}"""));
        await Tot(wie, Aanvraag, 403);
        foreach (var pad in Lezingen())
        {
            (await huis.Haal(wie, pad)).IsProbleem(403, "toegang-geblokkeerd").Noemt("beheerder");
        }
        // What is for everyone still is.
        Assert.Equal(200, (await huis.Haal(wie, "/v1/tijdvakken")).Status);

        var voorstel = await Zaakloop.Gelukt(
            huis.Post(Beheerder, $"/v1/medewerkers/{id}/voorstellen", $$"""{"soort":"deblokkeren",{{Reden}}}""")
        );
        await Zaakloop.Gelukt(
            huis.Post(tweede, $"/v1/medewerkers/{id}/voorstellen/1/bevestiging", $$"""{"hash":"{{voorstel.Veld("hash")}}"}""")
        );
        await Tot(wie, Aanvraag, 404);
    }

    [Fact]
    public async Task Who_never_came_here_can_be_blocked_and_who_acts_for_an_enterprise_is_not_touched()
    {
        var (nieuw, adviseur) = (huis.Medewerker(Rol.Beoordelaar), huis.Namens(Rol.Beoordelaar, huis.Ondernemer().KvkNummer));
        foreach (var wie in (string[])[nieuw, adviseur])
        {
            await Zaakloop.Gelukt(huis.Post(Beheerder, "/v1/medewerkers/blokkades", $$"""{"kenmerk":"{{wie}}",{{Reden}}}"""));
        }
        (await Tot(nieuw, Aanvraag, 403)).IsProbleem(403, "toegang-geblokkeerd");
        Assert.Equal(200, (await huis.Haal(adviseur, "/v1/aanvragen")).Status);
    }

    [Fact]
    public async Task The_privacy_officer_looks_and_changes_nothing_and_the_list_is_found_by_name()
    {
        var wie = huis.Medewerker(Rol.Onderzoeker);
        var id = await Aangemeld(wie);
        await Zaakloop.Gelukt(huis.Put(Beheerder, $"/v1/medewerkers/{id}/naam", """{"naam":"Onno van de Proef"}"""));
        await Zaakloop.Gelukt(huis.Put(Beheerder, $"/v1/medewerkers/{id}/naam", """{"naam":"Onno van der Proef"}"""));

        var gevonden = (await Zaakloop.Gelukt(huis.Haal(Mensen.Functionaris, "/v1/medewerkers?zoek=van%20der%20proef"))).Inhoud;
        Assert.Equal(id, Assert.Single(gevonden.GetProperty("medewerkers").EnumerateArray()).GetProperty("id").GetString());
        await Zaakloop.Gelukt(huis.Haal(Mensen.Functionaris, $"/v1/medewerkers/{id}"));
        (await huis.Put(Mensen.Functionaris, $"/v1/medewerkers/{id}/naam", """{"naam":""}""")).IsProbleem(403, "niet-bevoegd");
        Assert.Equal(1, await huis.Tel($"select count(*) from relaties.mt_doc_inhoud where data ->> 'eigenaar' = '{id}'"));
        Assert.Equal(0, await huis.Tel($"select count(*) from relaties.mt_events where stream_id = '{id}' and data::text like '%Proef%'"));
    }

    [Fact]
    public async Task A_beheerder_looks_up_machtigingen_in_the_view_log_and_ends_one_and_the_enterprise_sees_why()
    {
        var (gever, kvkNummer) = huis.Ondernemer();
        var (adviseur, eigenKvk) = huis.Ondernemer();
        var id = (
            await Zaakloop.Gelukt(
                huis.Post(
                    gever,
                    "/v1/machtigingen",
                    $$"""{"gemachtigde":"{{eigenKvk}}","naam":"Ada","uwNaam":"De gever","omvang":["aanvragen"]}"""
                )
            )
        ).Veld("id");
        Assert.Equal(200, (await huis.Haal(adviseur, "/v1/zaken", kvkNummer)).Status);

        var gezien = (await Zaakloop.Gelukt(huis.Haal(Beheerder, $"/v1/ondernemingen/{eigenKvk}/machtigingen"))).Inhoud;
        Assert.Equal(id, Assert.Single(gezien.GetProperty("ontvangen").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(0, gezien.GetProperty("gegeven").GetArrayLength());
        var inzagen = (await huis.Haal(Mensen.Functionaris, $"/v1/inzagen?onderwerp={Beheerder}")).Inhoud.GetProperty("inzagen");
        Assert.Contains(
            inzagen.EnumerateArray(),
            i => i.GetProperty("wat").GetString() == "machtigingen" && i.GetProperty("kenmerk").GetString() == eigenKvk
        );
        (await huis.Haal(gever, $"/v1/ondernemingen/{kvkNummer}/machtigingen")).IsProbleem(403, "niet-bevoegd");

        await huis.Weigert(
            () => huis.Post(Beheerder, $"/v1/machtigingen/{id}/weigering", """{"grond":"ernstige-bezwaren","toelichting":" "}"""),
            a => a.IsProbleem(422, "onjuiste-invoer").NoemtVeld("toelichting")
        );
        await Zaakloop.Gelukt(
            huis.Post(Beheerder, $"/v1/machtigingen/{id}/weigering", """{"grond":"ernstige-bezwaren","toelichting":"Aangifte gedaan."}""")
        );
        (await huis.Haal(adviseur, "/v1/zaken", kvkNummer)).IsProbleem(403, "geen-machtiging");
        var eigen = await Zaakloop.Gelukt(huis.Haal(gever, "/v1/machtigingen"));
        Assert.Equal("ernstige-bezwaren", eigen.Inhoud.GetProperty("gegeven")[0].GetProperty("geweigerd").GetString());
        Assert.DoesNotContain("Aangifte", eigen.Tekst, StringComparison.Ordinal);
        Assert.Contains(
            "Aangifte",
            (await huis.Haal(Beheerder, $"/v1/ondernemingen/{kvkNummer}/machtigingen")).Tekst,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_beheerder_reads_many_machtigingen_a_page_at_a_time_each_with_its_own_history_and_finds_one()
    {
        var (_, eigenKvk) = huis.Ondernemer();
        var gevers = Enumerable.Range(0, 3).Select(_ => huis.Ondernemer()).ToList();
        foreach (var (i, (gever, kvkNummer)) in gevers.Index())
        {
            var inhoud = $$"""{"gemachtigde":"{{eigenKvk}}","naam":"Ada","uwNaam":"Gever {{i}}","omvang":["aanvragen"]}""";
            await Zaakloop.Gelukt(huis.Post(gever, "/v1/machtigingen", inhoud));
            if (i == 1)
            {
                await Zaakloop.Gelukt(huis.Post(gever, $"/v1/machtigingen/{kvkNummer}-{eigenKvk}/beeindiging"));
            }
        }

        var gezien = new List<JsonElement>();
        string? na = "";
        do
        {
            var lijst = await Lijst($"{eigenKvk}/machtigingen?aantal=2&ontvangenNa={na}");
            var bladzijde = lijst.GetProperty("ontvangen").EnumerateArray().ToList();
            Assert.InRange(bladzijde.Count, 1, 2);
            gezien.AddRange(bladzijde);
            na = lijst.TryGetProperty("ontvangenVolgende", out var volgende) ? volgende.GetString() : null;
        } while (na is not null);
        Assert.Equal(
            gevers.Select(g => g.KvkNummer).Order(StringComparer.Ordinal),
            gezien.Select(m => m.GetProperty("gever").GetString()!).Order(StringComparer.Ordinal)
        );
        // What is over comes last.
        Assert.Equal(gevers[1].KvkNummer, gezien[^1].GetProperty("gever").GetString());
        Assert.Equal(["beeindigd", "verleend"], Verloop(gezien[^1]));
        Assert.All(gezien[..2], m => Assert.Equal(["verleend"], Verloop(m)));

        var gevonden = (await Lijst($"{eigenKvk}/machtigingen?zoek=gever%202")).GetProperty("ontvangen").EnumerateArray();
        Assert.Equal(gevers[2].KvkNummer, Assert.Single(gevonden).GetProperty("gever").GetString());
        var geen = await Lijst($"{huis.Ondernemer().KvkNummer}/machtigingen");
        Assert.Equal((0, 0), (geen.GetProperty("gegeven").GetArrayLength(), geen.GetProperty("ontvangen").GetArrayLength()));
        (await huis.Haal(Beheerder, $"/v1/ondernemingen/{eigenKvk}/machtigingen?gegevenNa=x"))
            .IsProbleem(422, "onjuiste-invoer")
            .NoemtVeld("gegevenNa");

        async Task<JsonElement> Lijst(string pad) => (await Zaakloop.Gelukt(huis.Haal(Beheerder, $"/v1/ondernemingen/{pad}"))).Inhoud;

        static IEnumerable<string> Verloop(JsonElement machtiging) =>
            machtiging.GetProperty("geschiedenis").EnumerateArray().Select(s => s.GetProperty("wat").GetString()!);
    }

    private async Task<string> Aangemeld(string wie) => (await Zaakloop.Gelukt(huis.Post(wie, "/v1/medewerkers/aanmelding"))).Veld("id");

    /// <summary>Every address that one reads and that is not for everyone.</summary>
    private IEnumerable<string> Lezingen() =>
        huis
            .Eindpunten.Where(e =>
                e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single() == "GET"
                && e.Metadata.GetMetadata<Toegang>() is { Openbaar: false }
            )
            .Select(e =>
                "/"
                + string.Join(
                    '/',
                    e.RoutePattern.PathSegments.Select(s =>
                        s.Parts[0] is RoutePatternLiteralPart letterlijk ? letterlijk.Content
                        : s.Parts[0] is RoutePatternParameterPart { Name: "zaaknummer" } ? Zaaknummer.Trek().ToString()
                        : "99999999"
                    )
                )
            );

    /// <summary>The first answer with this status; a change is felt in every context within a few seconds.</summary>
    private async Task<Gekregen> Tot(string wie, string pad, int status)
    {
        for (var i = 0; i < 50; i++)
        {
            if (await huis.Haal(wie, pad) is var antwoord && antwoord.Status == status)
            {
                return antwoord;
            }
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Fail($"{pad} does not answer {wie} with {status} within five seconds.");
        return null!;
    }

    private static IEnumerable<string?> Teksten(JsonElement van, string naam) =>
        van.GetProperty(naam).EnumerateArray().Select(t => t.GetString());
}
