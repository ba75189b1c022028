using CsCheck;
using NodaTime;
using SlimRegeling.Regels;

namespace SlimRegeling.Regelstand.Tests;

/// <summary>Which state of a rule version holds at a moment, and which one a decision was taken with.</summary>
public sealed class RegelstandenTests
{
    private const string Id = "slim-2026";
    private static readonly Instant Getekend = Instant.FromUtc(2026, 4, 7, 10, 0);
    private static readonly Instant Later = Getekend + Duration.FromDays(30);
    private static readonly Regelversie Bestand = Regelboek.Versie(Id);

    [Fact]
    public void Without_changes_the_file_holds()
    {
        Assert.Same(Bestand, Regelstanden.Ongewijzigd.Versie(Id, Getekend));
        Assert.Same(Bestand, Regelstanden.Ongewijzigd.Versie(Id, Bestand.Hash, Getekend));
        Assert.Null(Regelstanden.Ongewijzigd.Versie(Id, "een andere hash", Getekend));
        Assert.Throws<KeyNotFoundException>(() => Regelstanden.Ongewijzigd.Versie("slim-2019", Getekend));
    }

    [Fact]
    public void A_change_holds_from_its_moment_on_and_for_its_version_only()
    {
        var standen = new Regelstanden([Tarief(1, Getekend, "140.00")]);

        Assert.Same(Bestand, standen.Versie(Id, Getekend - Duration.Epsilon));
        Assert.Equal(140.00m, standen.Versie(Id, Getekend)[Parameters.UurtariefAdviseur]);
        Assert.Equal(140.00m, standen.Versie(Id, Later)[Parameters.UurtariefAdviseur]);
        Assert.Same(Regelboek.Versie("slim-2025"), standen.Versie("slim-2025", Later));
    }

    [Fact]
    public void What_holds_later_counts_last_whenever_it_was_signed()
    {
        var standen = new Regelstanden([Tarief(1, Later, "150.00"), Tarief(2, Getekend, "140.00")]);

        Assert.Equal(140.00m, standen.Versie(Id, Later - Duration.Epsilon)[Parameters.UurtariefAdviseur]);
        Assert.Equal(150.00m, standen.Versie(Id, Later)[Parameters.UurtariefAdviseur]);
        Assert.Equal([140.00m, 150.00m], standen.Vanaf(Id, Getekend).Select(v => v[Parameters.UurtariefAdviseur]));
    }

    [Fact]
    public void Of_two_changes_from_the_same_moment_on_the_one_signed_last_holds()
    {
        var standen = new Regelstanden([Tarief(2, Getekend, "150.00"), Tarief(1, Getekend, "140.00")]);

        Assert.Equal(150.00m, standen.Versie(Id, Getekend)[Parameters.UurtariefAdviseur]);
    }

    [Fact]
    public void A_change_waits_for_those_that_were_signed_before_it()
    {
        var standen = new Regelstanden([Tarief(2, Getekend, "150.00")]);
        Assert.Same(Bestand, standen.Versie(Id, Later));

        Assert.Equal(150.00m, standen.Met(Tarief(1, Getekend, "140.00")).Versie(Id, Later)[Parameters.UurtariefAdviseur]);
    }

    [Fact]
    public void A_decision_is_computed_again_with_the_state_that_it_recorded()
    {
        var standen = new Regelstanden([Tarief(1, Getekend, "140.00"), Tarief(2, Getekend, "150.00")]);
        var eerste = new Regelstanden([Tarief(1, Getekend, "140.00")]).Versie(Id, Later).Hash;

        // The second had been signed, but the decision was taken where it had not been heard of.
        Assert.Equal(140.00m, standen.Toen(eerste).Versie(Id, Later)[Parameters.UurtariefAdviseur]);
        Assert.Same(Bestand, standen.Toen(Bestand.Hash).Versie(Id, Later));
        // A hash that the version never had, and one that was not recorded: as of the moment.
        Assert.Null(standen.Versie(Id, "een andere hash", Later));
        Assert.Equal(150.00m, standen.Toen("een andere hash").Versie(Id, Later)[Parameters.UurtariefAdviseur]);
        Assert.Equal(150.00m, standen.Toen(null).Versie(Id, Later)[Parameters.UurtariefAdviseur]);
        // What did not hold yet at the moment is not looked for.
        Assert.Null(standen.Versie(Id, eerste, Getekend - Duration.Epsilon));
    }

    [Fact]
    public void A_confirmation_changes_the_status_and_not_the_hash()
    {
        var standen = new Regelstanden([new(Id, 1, Getekend, new("parameters", "sbi-wegvervoer", null, "CBS, SBI 2008", null))]);

        Assert.Equal(Status.Onbevestigd, standen.Versie(Id, Getekend - Duration.Epsilon).Parameters["sbi-wegvervoer"].Status);
        Assert.Equal(Status.Bevestigd, standen.Versie(Id, Getekend).Parameters["sbi-wegvervoer"].Status);
        Assert.Equal(Bestand.Hash, standen.Versie(Id, Getekend).Hash);
    }

    /// <summary>Every order of hearing, with doubles, ends in the same state; and each state on the way is found by its hash.</summary>
    [Fact]
    public void The_order_of_hearing_does_not_matter_and_no_state_is_lost()
    {
        var stappen =
            from dagen in Gen.Int[0, 5].List[1, 6]
            from bedragen in Gen.Int[10_000, 20_000].List[dagen.Count]
            select dagen
                .Select(
                    (dag, i) => Tarief(i + 1, Getekend + Duration.FromDays(dag), FormattableString.Invariant($"{bedragen[i] / 100m:0.00}"))
                )
                .ToArray();
        var gevallen =
            from getekend in stappen
            from volgorde in Gen.Shuffle(getekend.Concat(getekend).ToArray())
            from dag in Gen.Int[-1, 6]
            select (getekend, volgorde, moment: Getekend + Duration.FromDays(dag));
        gevallen.Sample(geval =>
        {
            var alles = new Regelstanden(geval.volgorde);
            return alles.Versie(Id, geval.moment).Hash == new Regelstanden(geval.getekend).Versie(Id, geval.moment).Hash
                && Enumerable
                    .Range(0, geval.getekend.Length + 1)
                    .Select(aantal => new Regelstanden([.. geval.getekend.Take(aantal)]).Versie(Id, geval.moment).Hash)
                    .All(hash => alles.Toen(hash).Versie(Id, geval.moment).Hash == hash);
        });
    }

    private static Regelstap Tarief(int volgnummer, Instant vanaf, string waarde) =>
        new(Id, volgnummer, vanaf, new Regelwijziging("parameters", "maximum-uurtarief-adviseur", waarde, "Stcrt. 2026, 12345", null));
}
