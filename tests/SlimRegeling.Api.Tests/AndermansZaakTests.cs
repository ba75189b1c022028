using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>Whose case each endpoint gives to each role: one's own, everyone's, and never that of a neighbour.</summary>
public sealed class AndermansZaakTests(Apihuis huis)
{
    private readonly Bereik _bereik = new(huis);

    private Dictionary<string, Toegang> VanIemand =>
        huis
            .Eindpunten.Where(e => e.Metadata.GetMetadata<Toegang>()!.EigenZaak)
            .ToDictionary(e => e.Naam(), e => e.Metadata.GetMetadata<Toegang>()!);

    [Fact]
    public async Task What_belongs_to_another_enterprise_is_to_them_as_if_it_did_not_exist()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var bestaand = await _bereik.Maak(wie, kvkNummer);
        var nergens = Dingen.Nergens();
        Bereik.IsVolledig(huis.Eindpunten.Where(e => e.Metadata.GetMetadata<Toegang>()!.EigenZaak));

        foreach (var (echt, verzonnen) in Bereik.Verzoeken(bestaand).Zip(Bereik.Verzoeken(nergens)))
        {
            foreach (var rol in VanIemand[echt.Eindpunt].Rollen.Where(Rollen.VanOnderneming.Contains))
            {
                var buurman = huis.Namens(rol, Mensen.BramKvk);
                var voor = await huis.Opgeslagen();
                var antwoord = await _bereik.Doe(buurman, echt);
                var leeg = await _bereik.Doe(buurman, verzonnen);
                if (echt.Eindpunt == "GET /v1/brieven")
                {
                    Assert.Equal((200, "[]"), (antwoord.Status, antwoord.Tekst));
                    Assert.Equal("[]", leeg.Tekst);
                    continue;
                }
                Assert.True(antwoord.Status == 404, $"{echt.Eindpunt} as {rol}: {antwoord.Status} {antwoord.Tekst}");
                antwoord.IsProbleem(404, "niet-gevonden");
                Assert.Equal(
                    leeg.Tekst.Replace(verzonnen.Ding, "…", StringComparison.Ordinal),
                    antwoord.Tekst.Replace(echt.Ding, "…", StringComparison.Ordinal)
                );
                Assert.Equal(voor, await huis.Opgeslagen());
            }
        }

        var zaken = (await huis.Haal(Mensen.Bram, "/v1/zaken")).Tekst + (await huis.Haal(Mensen.Bram, "/v1/aanvragen")).Tekst;
        Assert.DoesNotContain(bestaand.Zaaknummer, zaken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_role_that_an_endpoint_names_comes_to_the_case_that_it_is_for()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var eigen = await _bereik.Maak(wie, kvkNummer);
        var fouten = new List<string>();
        foreach (var verzoek in Bereik.Verzoeken(eigen))
        {
            foreach (var rol in VanIemand[verzoek.Eindpunt].Rollen)
            {
                var iemand =
                    rol == Rol.Aanvrager ? wie
                    : Rollen.VanOnderneming.Contains(rol) ? huis.Namens(rol, kvkNummer)
                    : Mensen.In(rol);
                var antwoord = await _bereik.Doe(iemand, verzoek);
                // A rule can refuse what is asked at this moment; what is read is there.
                var goed = verzoek.Methode == HttpMethod.Get ? antwoord.Status == 200 : antwoord.Status is not (401 or 403 or 404);
                if (!goed || antwoord.Tekst == "[]")
                {
                    fouten.Add($"{verzoek.Eindpunt} answers {rol} with {antwoord.Status}: {antwoord.Tekst}");
                }
            }
        }
        Assert.Empty(fouten);
    }

    [Fact]
    public async Task Who_acts_for_an_enterprise_has_no_rights_of_the_executor()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var andermans = await _bereik.Maak(wie, kvkNummer);
        var fouten = new List<string>();
        foreach (var rol in Rollen.VanUitvoerder)
        {
            var iemand = huis.Namens(rol, Mensen.BramKvk);
            foreach (var verzoek in Bereik.Verzoeken(andermans))
            {
                var antwoord = await _bereik.Doe(iemand, verzoek);
                var mag = VanIemand[verzoek.Eindpunt].Rollen.Contains(Rol.Aanvrager);
                if (antwoord.Tekst != "[]" && antwoord.Status != (mag ? 404 : 403))
                {
                    fouten.Add($"{verzoek.Eindpunt} answers {rol} for another enterprise with {antwoord.Status}: {antwoord.Tekst}");
                }
            }
        }
        Assert.Empty(fouten);
    }
}
