using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Tests.Output;

public sealed class OutputFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("conflictmodel").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_file_takes_its_place_when_it_is_committed_and_not_before()
    {
        string path = Old("out");
        using (var output = OutputFile.Create(path))
        {
            output.Stream.Write("new"u8);
            File.ReadAllText(path).Should().Be("old");
            OutputFile.Commit(output);
            File.ReadAllText(path).Should().Be("new");
        }

        Names().Should().Equal("out");
    }

    [Fact]
    public void What_is_not_committed_leaves_the_old_file_and_nothing_else()
    {
        string path = Old("out");
        using (var output = OutputFile.Create(path))
        {
            output.Stream.Write("new"u8);
            output.Stream.Flush();
            Names().Should().HaveCount(2, "the content is written beside its place");
        }

        File.ReadAllText(path).Should().Be("old");
        Names().Should().Equal("out");
    }

    [Fact]
    public void Where_nothing_stood_nothing_stands_after_a_failure()
    {
        using (var output = OutputFile.Create(At("out")))
        {
            output.Stream.Write("new"u8);
        }

        Names().Should().BeEmpty();
    }

    [Fact]
    public void Outputs_take_their_places_together_or_not_at_all()
    {
        string first = Old("first");
        using (var one = OutputFile.Create(first))
        using (var two = OutputFile.Create(At("second")))
        using (var three = OutputFile.Create(At("third")))
        {
            one.Stream.Write("new"u8);

            // A folder that comes in between can't be replaced by a file.
            Directory.CreateDirectory(At("third"));
            Action commit = () => OutputFile.Commit(one, two, null, three);
            commit.Should().Throw<InputException>().WithMessage($"{At("third")}: can't be written: *");
        }

        File.ReadAllText(first).Should().Be("old");
        Names().Should().Equal("first", "third");
    }

    [Fact]
    public void Outputs_that_all_take_their_places_leave_nothing_beside_them()
    {
        (string first, string second) = (Old("first"), Old("second"));
        using (var one = OutputFile.Create(first))
        using (var two = OutputFile.Create(second))
        {
            one.Stream.Write("1"u8);
            two.Stream.Write("2"u8);
            OutputFile.Commit(one, two);
        }

        (File.ReadAllText(first), File.ReadAllText(second)).Should().Be(("1", "2"));
        Names().Should().Equal("first", "second");
    }

    [Fact]
    public void A_symbolic_link_stays_and_what_it_points_at_is_replaced()
    {
        Directory.CreateDirectory(At("elsewhere"));
        string target = Old("elsewhere/target");
        File.CreateSymbolicLink(At("second"), "elsewhere/target");
        File.CreateSymbolicLink(At("first"), "second");
        Write(At("first"));
        File.ReadAllText(target).Should().Be("new");
        new FileInfo(At("first")).LinkTarget.Should().Be("second");
        new FileInfo(At("second")).LinkTarget.Should().Be("elsewhere/target");
    }

    [Fact]
    public void A_symbolic_link_to_nothing_gets_its_file()
    {
        File.CreateSymbolicLink(At("link"), "target");
        Write(At("link"));
        File.ReadAllText(At("target")).Should().Be("new");
    }

    [Fact]
    public void A_circle_of_symbolic_links_is_refused()
    {
        File.CreateSymbolicLink(At("a"), "b");
        File.CreateSymbolicLink(At("b"), "a");
        Refused(At("a"), "circle");
    }

    [Fact]
    public void A_file_that_is_replaced_hands_its_permissions_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "permissions of Unix");
        string path = Old("out");
        const UnixFileMode Mode =
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        SetMode(path, Mode);
        Write(path);
        ModeOf(path).Should().Be(Mode);
    }

    [Fact]
    public void What_is_kept_secret_is_secret_while_it_is_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "permissions of Unix");
        string path = Old("out");
        SetMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using var output = OutputFile.Create(path);
        string temporary = Directory.GetFiles(folder).Single(file => file != path);
        ModeOf(temporary).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_file_that_may_not_be_written_is_refused_though_its_folder_would_let_it_be_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "nothing is forbidden to a privileged process");
        string path = Old("out");
        SetMode(path, UnixFileMode.UserRead);
        Refused(path, "access is denied");
        File.ReadAllText(path).Should().Be("old");
    }

    [Fact]
    public void A_folder_that_takes_no_new_file_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "nothing is forbidden to a privileged process");
        string path = Old("out");
        SetMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Refused(path, "access is denied");
        SetMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void A_folder_is_no_place_for_a_file() => Refused(folder, "this is a folder, not a file");

    [Fact]
    public void A_folder_that_is_not_there_is_named() => Refused(At("none/out"), "there is no such folder");

    [Fact]
    public void Two_outputs_in_one_place_are_refused()
    {
        using var output = OutputFile.Create(At("out"));
        Refused(At("../" + Path.GetFileName(folder) + "/out"), "named for two outputs");
        using var console = OutputFile.Create("-");
        Refused("/dev/stdout", "named for two outputs");
    }

    [Fact]
    public void A_device_is_written_and_never_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "devices of Unix");
        File.CreateSymbolicLink(At("null"), "/dev/null");
        Write("/dev/null");
        Write(At("null"));
        using FileStream device = new("/dev/null", FileMode.Open, FileAccess.Read);
        device.ReadByte().Should().Be(-1);
        File.Exists("/dev/null").Should().BeTrue();
    }

    [Fact]
    public void A_full_disk_is_told_and_leaves_the_other_outputs_as_they_were()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full");
        string path = Old("out");
        using (var output = OutputFile.Create(path))
        {
            output.Stream.Write("new"u8);
            var full = OutputFile.Create("/dev/full");
            full.Stream.Write("more than fits"u8);
            Action commit = () => OutputFile.Commit(output, full);
            commit.Should().Throw<InputException>().WithMessage("/dev/full: can't be written: *");
        }

        File.ReadAllText(path).Should().Be("old");
        Names().Should().Equal("out");
    }

    [Fact]
    public void A_folder_takes_its_place_with_all_its_files()
    {
        using (var output = OutputFile.CreateFolder(At("out/")))
        {
            Directory.CreateDirectory(Path.Combine(output.Folder, "inner"));
            File.WriteAllText(Path.Combine(output.Folder, "inner", "a"), "a");
            Directory.Exists(At("out")).Should().BeFalse();
            OutputFile.Commit(output);
        }

        File.ReadAllText(At("out/inner/a")).Should().Be("a");
        Names().Should().Equal("out");
    }

    [Fact]
    public void A_folder_that_is_not_committed_leaves_nothing()
    {
        using (var output = OutputFile.CreateFolder(At("out")))
        {
            Directory.CreateDirectory(output.Folder);
            File.WriteAllText(Path.Combine(output.Folder, "a"), "a");
        }

        Names().Should().BeEmpty();
    }

    [Fact]
    public void A_folder_is_never_replaced()
    {
        Directory.CreateDirectory(At("out"));
        Action create = () => OutputFile.CreateFolder(At("out"));
        create.Should().Throw<InputException>().WithMessage("*: can't be written: it exists already.");
    }

    [Fact]
    public void A_folder_is_not_made_in_one_that_is_not_there()
    {
        Action create = () => OutputFile.CreateFolder(At("none/out"));
        create.Should().Throw<InputException>().WithMessage($"{At("none/out")}: can't be written: there is no such folder.");
        Names().Should().BeEmpty();
    }

    [Fact]
    public void A_name_that_is_too_long_is_told_without_the_temporary_one()
    {
        using var output = OutputFile.Create(At(new string('a', 300)));
        Action commit = () => OutputFile.Commit(output);
        commit.Should().Throw<InputException>().WithMessage("*a: can't be written: its name is longer than the file system allows.");
    }

    [Theory]
    [InlineData("Access to the path '/a/.conflictmodel-ab.cd.tmp/whole/year=2024/pieces.parquet' is odd.")]
    [InlineData("Access to the path '/a/.conflictmodel-ab.cd.tmp' is odd.")]
    [InlineData("Access to the path 'out' is odd. : '/a/.conflictmodel-ab.cd.tmp'")]
    public void What_the_system_says_of_the_temporary_file_is_said_of_the_output(string message) =>
        OutputFile.Refused("out", new IOException(message)).Message
            .Should().Be("out: can't be written: Access to the path 'out' is odd.");

    [Fact]
    public void A_file_that_is_read_is_replaced_by_nothing_but_its_new_state()
    {
        string path = Old("in");
        OutputFile.KeepFrom(path);
        Action create = () => OutputFile.Create(At("../" + Path.GetFileName(folder) + "/in"));
        create.Should().Throw<InputException>().WithMessage("*/in: can't be written: the command reads this file*");
        OutputFile.CreateIfNamed(path, updated: [At("other"), path])!.Dispose();
        using (var output = OutputFile.Create(At("out")))
        {
            Action keep = () => OutputFile.KeepFrom(At("out"));
            keep.Should().NotThrow("nothing stands there yet");
            Old("out");
            keep.Should().Throw<InputException>().WithMessage($"{At("out")}: can't be written: the command reads this file*");
        }
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);

    private static void Write(string path)
    {
        using var output = OutputFile.Create(path);
        output.Stream.Write("new"u8);
        OutputFile.Commit(output);
    }

    private static void Refused(string path, string reason)
    {
        Action create = () => OutputFile.Create(path);
        create.Should().Throw<InputException>().WithMessage($"{path}: can't be written: *{reason}*");
    }

    private string At(string name) => Path.Combine(folder, name);

    private string Old(string name)
    {
        File.WriteAllText(At(name), "old");
        return At(name);
    }

    private IEnumerable<string?> Names() => Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
