using CsCheck;
using NodaTime;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Dossiers.Post;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests.Post;

public sealed class PostTests
{
    private static readonly Briefopdracht Opdracht = new() { Verlening = Verleend };
    private static readonly Opmaken.Opgemaakt Opgemaakt = new("hash", "slim-2026", "regelhash");

    [Fact]
    public void Wie_papier_vraagt_krijgt_de_brief_als_hij_is_gepost()
    {
        var wachtend = Volg(null, Verzenden.Beslis(null, Opdracht, null, Nu, naarPost: true));
        Assert.Equal((true, null, null), (wachtend.NaarPost, wachtend.Verzonden, wachtend.Bundel));
        Assert.Empty(Verzenden.Beslis(wachtend, Opdracht, null, Nu, naarPost: true).Gebeurtenissen);

        var dag = Dag.PlusDays(1);
        var gebundeld = wachtend.Apply(Opgemaakt.Gebeurtenis(dag, Nu)).Apply(new BriefInBundel("post-1", Nu));
        Assert.Equal((null, "post-1", dag), (gebundeld.NaarPost, gebundeld.Bundel, gebundeld.Opgesteld!.Datum));

        var terug = gebundeld.Apply(new BriefUitBundel("post-1", Nu));
        Assert.Equal((true, null, null), (terug.NaarPost, terug.Bundel, terug.Opgesteld));
    }

    [Fact]
    public void Wie_geen_papier_vraagt_krijgt_de_brief_meteen() =>
        Assert.Equal(
            ["BriefGevraagd", "BriefOpgesteld", "BriefVerzonden"],
            Verzenden.Beslis(null, Opdracht, Opgemaakt, Nu).Gebeurtenissen.Select(e => e.GetType().Name)
        );

    [Fact]
    public void Een_bundel_is_op_haar_dag_of_later_gepost_en_een_keer()
    {
        var bundel = new Postbundel().Apply(new PostbundelGemaakt(Dag.PlusDays(1), [Opdracht.Brief], "bea", Nu));

        Assert.Equal("te-vroeg-gepost", Posten.Gepost(bundel, "bea", Nu).Weigering!.Code);
        var morgen = Nu + Duration.FromDays(1);
        Assert.Equal([new PostbundelGepost("bea", morgen)], Posten.Gepost(bundel, "bea", morgen).Gebeurtenissen);
        var gepost = bundel.Apply(new PostbundelGepost("bea", morgen));
        Assert.Equal("al-gepost", Posten.Gepost(gepost, "bea", morgen).Weigering!.Code);
        var vervallen = bundel.Apply(new PostbundelVervallen("bea", Nu));
        Assert.Equal("bundel-vervallen", Posten.Gepost(vervallen, "bea", morgen).Weigering!.Code);
    }

    [Fact]
    public void Een_brief_wordt_gedateerd_op_vandaag_of_een_week_vooruit()
    {
        Assert.Null(Bundelen.Onmogelijk(Dag, 1, Nu));
        Assert.Null(Bundelen.Onmogelijk(Dag.PlusDays(7), 1, Nu));
        Assert.Equal("onjuiste-invoer", Bundelen.Onmogelijk(Dag.PlusDays(-1), 1, Nu)!.Code);
        Assert.Equal("onjuiste-invoer", Bundelen.Onmogelijk(Dag.PlusDays(8), 1, Nu)!.Code);
        Assert.Equal("niets-te-posten", Bundelen.Onmogelijk(Dag, 0, Nu)!.Code);
    }

    [Fact]
    public void Of_iemand_papier_wil_is_wat_het_laatst_is_gezegd_in_welke_volgorde_het_ook_komt() =>
        Gen.Shuffle((long[])[1, 2, 3, 4])
            .Sample(volgorde =>
            {
                Geadresseerde? stand = null;
                foreach (var versie in volgorde)
                {
                    // The clock of what was said last runs behind.
                    var bericht = new BriefwijzeGewijzigdBericht(Kvk, versie % 2 == 0, Nu - Duration.FromSeconds(versie), versie);
                    foreach (var e in BijBriefwijzeGewijzigd.Beslis(stand, bericht).Gebeurtenissen)
                        stand = (stand ?? new() { Id = Kvk }).Apply((BriefwijzeGewijzigd)Opgeslagen(e));
                }
                Assert.Equal((true, 4L), (stand!.Papier, stand.Papierversie));
            });

    private static Brief Volg(Brief? brief, Beslissing beslissing) =>
        beslissing.Gebeurtenissen.Aggregate(brief ?? new() { Id = Opdracht.Brief }, (b, e) => Vouw.Volg(b, Opgeslagen(e)));
}
