using CsCheck;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Medewerkers.Tests;

/// <summary>What is left of the roles by the provider, and what comes beside them.</summary>
public sealed class RolcorrectieTests
{
    private static readonly Gen<Rol[]> Rolkeuze = Gen.Int[0, Enum.GetValues<Rol>().Length - 1].Select(i => Enum.GetValues<Rol>()[i]).Array[
        0,
        5
    ];

    [Fact]
    public void Nothing_that_was_taken_away_is_left_and_nobody_becomes_a_service_or_an_employee_by_a_grant() =>
        Gen.Select(Rolkeuze, Rolkeuze, Rolkeuze, Gen.Bool)
            .Sample(
                (claims, ingetrokken, toegekend, geblokkeerd) =>
                {
                    var volgensProvider = claims.ToHashSet();
                    var rollen = new Rolcorrectie(ingetrokken, toegekend, geblokkeerd).Pas(volgensProvider);
                    var bij = rollen.Except(volgensProvider).ToList();

                    Assert.Empty(rollen.Intersect(ingetrokken));
                    Assert.DoesNotContain(Rol.Dienst, bij);
                    Assert.Empty(bij.Intersect(Rollen.VanOnderneming));
                    Assert.Empty(bij.Except(toegekend));
                    Assert.True(!geblokkeerd || rollen.Count == 0);
                    Assert.True(bij.Count == 0 || volgensProvider.Any(Rollen.VanUitvoerder.Contains));
                    Assert.DoesNotContain(
                        bij,
                        rol => Functiescheiding.Tegenover(rol) is { } ander && volgensProvider.Contains(ander) && rollen.Contains(ander)
                    );
                }
            );

    [Fact]
    public void Nothing_decided_leaves_all_as_the_provider_says() =>
        Rolkeuze.Sample(claims => Assert.Equal(claims.ToHashSet(), Rolcorrectie.Geen.Pas(claims.ToHashSet())));
}
